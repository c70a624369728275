package org.alternat.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.alternat.FeatureSlice;
import org.alternat.declaration.DeclarationCompletion;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.Notice;
import org.alternat.declaration.Rounds;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.TestDeclarations;
import org.alternat.mail.LetterRecord;
import org.alternat.mail.Letters;
import org.alternat.mail.Outbox;
import org.alternat.mail.OutboxLetter;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FeatureSlice
class InvitationLettersTest {

    @Autowired
    InvitationLetters invitations;

    @Autowired
    NoticeLetters notices;

    @Autowired
    FailedLetterNotices failures;

    @Autowired
    Declarations declarations;

    @Autowired
    DeclarationCompletion completion;

    @Autowired
    Signatories signatories;

    @Autowired
    Letters letters;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rounds rounds;

    @Autowired
    TransactionTemplate transaction;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anais");
    DeclarationId id;
    List<Signatory> people;

    @BeforeEach
    void a_declaration_circulates_among_two_people_of_wallonia_and_quebec() {
        id = declarations.draft(
                TestDeclarations.of(List.of(
                        new NewParty(
                                "Europe", "Fédération wallonne", "Wallonie", null, List.of(person("Zoë", "fr-BE"))),
                        new NewParty(
                                "Québec",
                                "Territoires innovants",
                                "Québec",
                                null,
                                List.of(person("Émilien", "fr-CA"))))),
                organiser);
        declarations.release(id, organiser);
        transaction.executeWithoutResult(status -> rounds.next(id));
        people = signatories.of(id);
    }

    @Test
    void an_invitation_reaches_each_person_in_their_own_french_with_a_link_of_their_own() {
        people.forEach(person -> invitations.sendInvitation(person.id()));

        OutboxLetter zoe = letterTo("zoe@example.org");
        OutboxLetter emilien = letterTo("emilien@example.org");
        assertThat(zoe.language()).isEqualTo("fr-BE");
        // Where a line ends depends on the hour of the test.
        assertThat(zoe.text().replaceAll("\\s+", " "))
                .contains("Madame, Monsieur,", "e-mail un code", "Fédération wallonne", "à Paris, ", "à Montréal");
        assertThat(emilien.language()).isEqualTo("fr-CA");
        assertThat(emilien.text().replaceAll("\\s+", " "))
                .contains("Bonjour Émilien Nom,", "courriel un code", "à Paris, ", "à Montréal");
        assertThat(linkIn(zoe)).startsWith("http://localhost:8080/s/").isNotEqualTo(linkIn(emilien));
        assertThat(signatories.of(id)).extracting(Signatory::state).containsOnly(SignatoryState.INVITED);
    }

    @Test
    void asked_twice_it_leaves_once_and_its_link_stays_the_one_that_was_mailed() {
        invitations.sendInvitation(people.get(0).id());
        String link = linkIn(letterTo("zoe@example.org"));

        invitations.sendInvitation(people.get(0).id());

        assertThat(kinds()).containsExactly("invitation");
        assertThat(linkIn(letterTo("zoe@example.org"))).isEqualTo(link);
    }

    @Test
    void each_reminder_is_a_letter_of_its_own_until_the_person_has_answered() {
        SignatoryId zoe = people.get(0).id();
        invitations.sendInvitation(zoe);
        invitations.sendReminder(zoe, 1);
        invitations.sendReminder(zoe, 1);
        invitations.sendReminder(zoe, 2);
        transaction.executeWithoutResult(status -> signatories.consented(zoe, Instant.now()));

        invitations.sendReminder(zoe, 3);
        invitations.sendInvitation(zoe);

        assertThat(kinds()).containsExactlyInAnyOrder("invitation", "reminder", "reminder");
        assertThat(letterTo("zoe@example.org").subject()).startsWith("Rappel\u00a0: invitation");
    }

    @Test
    void once_the_declaration_is_withdrawn_nobody_is_invited_any_more() {
        declarations.withdraw(id, "Texte à revoir.", organiser);

        invitations.sendInvitation(people.get(0).id());
        invitations.sendReminder(people.get(0).id(), 1);

        assertThat(kinds()).isEmpty();
    }

    @Test
    void a_withdrawal_is_told_with_its_reason_to_those_who_were_invited_and_to_nobody_else() {
        invitations.sendInvitation(people.get(0).id());
        declarations.withdraw(id, "Texte à revoir.", organiser);

        people.forEach(person -> notices.sendWithdrawalNotice(person.id()));

        assertThat(kinds()).containsExactlyInAnyOrder("invitation", "withdrawal-notice");
        assertThat(letterTo("zoe@example.org").text()).contains("> Texte à revoir.");
    }

    @Test
    void a_refusal_is_told_to_an_organiser_with_its_reason_and_once() {
        SignatoryId zoe = people.get(0).id();
        invitations.sendInvitation(zoe);
        notices.sendRefusalNotice(zoe, organiser.staffId());
        transaction.executeWithoutResult(status ->
                signatories.refused(zoe, Instant.now(), "Le conseil n’a pas statué.\n\nEn janvier peut-être."));

        notices.sendRefusalNotice(zoe, organiser.staffId());
        notices.sendRefusalNotice(zoe, organiser.staffId());

        assertThat(kinds()).containsExactlyInAnyOrder("invitation", "refusal-notice");
        OutboxLetter notice = letterTo(organiser.email().value());
        assertThat(notice.subject()).doesNotContain("Zoë");
        assertThat(notice.text())
                .contains("Zoë Nom", "> Le conseil n’a pas statué.", "> En janvier peut-être.")
                .contains("http://localhost:8080/declarations/" + id);
    }

    @Test
    void an_incomplete_circulation_is_told_in_numbers() {
        transaction.executeWithoutResult(status -> {
            signatories.refused(people.get(0).id(), Instant.now(), null);
            signatories.expired(people.get(1).id(), Instant.now().plus(Duration.ofDays(4000)));
            completion.incomplete(id);
        });

        notices.sendIncompleteNotice(id, organiser.staffId());

        assertThat(letterTo(organiser.email().value()).text())
                .contains("Signatures recueillies\u00a0: 0 sur 2", "Refus\u00a0: 1", "Sans réponse\u00a0: 1");
    }

    @Test
    void a_letter_that_was_not_taken_is_shown_to_the_organiser_with_the_servers_words() {
        invitations.sendInvitation(people.get(0).id());
        jdbc.sql(
                        "update letter set state = 'FAILED', attempts = 3, server_answer = '550 no such user' where declaration_id = ?")
                .param(id.value())
                .update();

        assertThat(failures.of(id))
                .containsExactly(new Notice(
                        Notice.Severity.WARNING,
                        "invitation.notice.letter-failed",
                        List.of("3", "550 no such user"),
                        people.get(0).id(),
                        null));
    }

    private OutboxLetter letterTo(String address) {
        List<String> ours = letters.of(id).stream()
                .map(LetterRecord::key)
                .map(key -> key.kind())
                .collect(Collectors.toList());
        return outbox.list().stream()
                .filter(letter -> letter.toAddress().equals(address) && ours.contains(letter.kind()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> kinds() {
        return letters.of(id).stream().map(letter -> letter.key().kind()).toList();
    }

    private static String linkIn(OutboxLetter letter) {
        return letter.text()
                .lines()
                .filter(line -> line.contains("/s/"))
                .findFirst()
                .orElseThrow();
    }

    private static NewSignatory person(String name, String locale) {
        String mailbox = name.equals("Zoë") ? "zoe" : "emilien";
        return new NewSignatory(
                name,
                "Nom",
                "secrétaire générale",
                new EmailAddress(mailbox + "@example.org"),
                Locale.forLanguageTag(locale),
                1);
    }
}
