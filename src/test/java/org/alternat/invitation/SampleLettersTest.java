package org.alternat.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.alternat.FeatureSlice;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.Rounds;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.TestDeclarations;
import org.alternat.mail.Outbox;
import org.alternat.mail.OutboxLetter;
import org.alternat.mail.WrittenLetter;
import org.alternat.shared.EmailAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An organiser sees the letters before anybody gets them. */
@FeatureSlice
class SampleLettersTest {

    private static final String EXPLANATION = "http://localhost:8080/test-letter";

    @Autowired
    SampleLetters samples;

    @Autowired
    InvitationLetters invitations;

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    Rounds rounds;

    @Autowired
    Outbox outbox;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Odile" + System.nanoTime());
    Declaration draft;

    @BeforeEach
    void a_draft_with_people_of_three_languages_and_three_roles() {
        draft = declarations.get(declarations.draft(
                TestDeclarations.of(List.of(new NewParty(
                        "Europe",
                        "Fédération wallonne",
                        "Wallonie",
                        null,
                        List.of(
                                person("Anne", "fr-BE", SignatoryRole.SIGNATORY),
                                person("Bert", "nl-BE", SignatoryRole.SIGNATORY),
                                person("Cara", "fr-BE", SignatoryRole.SIGNATORY),
                                person("Dirk", "nl-BE", SignatoryRole.APPROVER),
                                person("Edda", "en", SignatoryRole.OBSERVER))))),
                organiser));
    }

    @Test
    void there_is_a_sample_for_each_language_and_role_in_which_somebody_is_asked() {
        assertThat(samples.readers(draft)).extracting(Signatory::givenName).containsExactly("Anne", "Bert", "Dirk");
    }

    @Test
    void the_sample_is_word_for_word_the_letter_that_leaves_but_for_its_link() {
        WrittenLetter sample = samples.write(draft, reader("Anne"), "invitation");
        assertThat(sample.text()).contains(EXPLANATION).doesNotContain("/s/");

        declarations.release(draft.id(), organiser);
        transaction.executeWithoutResult(status -> rounds.next(draft.id()));
        invitations.sendInvitation(reader("Anne").id());

        OutboxLetter real = letterTo(reader("Anne").email());
        assertThat(real.subject()).isEqualTo(sample.subject());
        // A mail has the line ends of RFC 5322.
        String text = real.text().replace("\r\n", "\n").replaceAll("http://localhost:8080/s/\\S+", EXPLANATION);
        assertThat(text.strip()).isEqualTo(sample.text().strip());
    }

    @Test
    void a_reminder_and_another_role_read_otherwise() {
        assertThat(samples.write(draft, reader("Bert"), "reminder").subject())
                .isNotEqualTo(samples.write(draft, reader("Bert"), "invitation").subject());
        assertThat(samples.write(draft, reader("Dirk"), "invitation").text())
                .isNotEqualTo(samples.write(draft, reader("Bert"), "invitation")
                        .text()
                        .replace("Bert", "Dirk"));
    }

    @Test
    void a_test_letter_goes_to_the_organiser_alone_says_what_it_is_and_opens_nothing() {
        assertThat(samples.test(draft, reader("Anne"), organiser)).isTrue();

        OutboxLetter test = letterTo(organiser.email());
        assertThat(test.subject()).startsWith("Essai\u00a0: ");
        assertThat(test.text().replaceAll("\\s+", " "))
                .contains("Courriel d’essai\u00a0: seule la personne", "Fédération wallonne", EXPLANATION)
                .doesNotContain("/s/");
        assertThat(signatories.of(draft.id())).extracting(Signatory::state).doesNotContain(SignatoryState.INVITED);
        assertThat(audit.entries(draft.id()))
                .filteredOn(entry -> entry.event().type() == AuditEventType.LETTER_SENT)
                .singleElement()
                .satisfies(entry -> assertThat(entry.event().details())
                        .containsEntry("kind", "test-letter")
                        .containsEntry("recipient", "organiser:" + organiser.staffId()));
    }

    @Test
    void ten_test_letters_leave_within_an_hour_and_no_more() {
        for (int letter = 1; letter <= 10; letter++) {
            assertThat(samples.test(draft, reader("Bert"), organiser)).isTrue();
        }

        assertThat(samples.test(draft, reader("Bert"), organiser)).isFalse();
        assertThat(samples.test(draft, reader("Bert"), TestDeclarations.organiser("Another")))
                .isTrue();
    }

    private Signatory reader(String name) {
        return signatories.of(draft.id()).stream()
                .filter(one -> one.givenName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private OutboxLetter letterTo(EmailAddress address) {
        return outbox.list().stream()
                .filter(letter -> letter.toAddress().equals(address.value()))
                .findFirst()
                .orElseThrow();
    }

    private static NewSignatory person(String name, String locale, SignatoryRole role) {
        return new NewSignatory(
                name,
                "Nom",
                "Présidence",
                new EmailAddress(name.toLowerCase(Locale.ROOT) + System.nanoTime() + "@example.org"),
                Locale.forLanguageTag(locale),
                1,
                role);
    }
}
