package org.alternat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.FeatureSlice;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.NewDeclaration;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.document.IntakeResult;
import org.alternat.mail.Letters;
import org.alternat.mail.Outbox;
import org.alternat.mail.OutboxLetter;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Publicity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.unit.DataSize;

@FeatureSlice
@TestPropertySource(
        properties = {"alternat.delivery.attachment-limit=1000B", "alternat.base-url=https://sign.example.org"})
class FinalCopiesTest {

    static final Pattern LINK = Pattern.compile("https://sign\\.example\\.org/copies/(\\S+)");

    @Autowired
    FinalCopies copies;

    @Autowired
    PersonalCopies personalCopies;

    @Autowired
    Declarations declarations;

    @Autowired
    Letters letters;

    @Autowired
    Outbox outbox;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anais");

    @Test
    void signatories_contacts_and_organisers_receive_it_each_mailbox_once() {
        DeclarationId id = declaration(900);

        List<String> recipients = copies.recipients(id);
        recipients.forEach(recipient -> copies.send(id, recipient));

        // Six people and mailboxes, but Zoë signs for two parties and is also the contact of one.
        assertThat(recipients)
                .extracting(key -> key.substring(0, key.indexOf(':')))
                .containsExactly("signatory", "signatory", "party", "organiser");
        assertThat(mine(id))
                .extracting(OutboxLetter::toAddress)
                .containsExactlyInAnyOrder(
                        "zoe@example.org",
                        "jan@example.org",
                        "info@coop.example.org",
                        organiser.email().value());
        assertThat(mine(id))
                .filteredOn(letter -> letter.toAddress().equals("zoe@example.org"))
                .extracting(OutboxLetter::language)
                .containsExactly("fr-BE");
        assertThat(mine(id))
                .filteredOn(letter -> letter.toAddress().equals("info@coop.example.org"))
                .extracting(OutboxLetter::language)
                .containsExactly("nl-BE");
    }

    @Test
    void a_copy_up_to_the_limit_is_attached_and_the_letter_states_its_digest() {
        DeclarationId id = declaration(1000);

        copies.send(id, copies.recipients(id).get(0));

        OutboxLetter letter = mine(id).get(0);
        assertThat(letter.attachments()).containsExactly(declarations.get(id).reference() + ".pdf");
        assertThat(letter.text()).contains(pdf(1000).sha256().hex()).doesNotContain("/copies/");
    }

    @Test
    void a_larger_one_is_behind_a_personal_link_that_opens_the_very_file_of_the_digest() {
        DeclarationId id = declaration(1001);

        copies.send(id, copies.recipients(id).get(0));

        OutboxLetter letter = mine(id).get(0);
        assertThat(letter.attachments()).isEmpty();
        assertThat(letter.text()).contains(pdf(1001).sha256().hex());
        assertThat(personalCopies.open(token(letter))).hasValueSatisfying(copy -> {
            assertThat(copy.pdf()).isEqualTo(pdf(1001));
            assertThat(copy.fileName()).isEqualTo(declarations.get(id).reference() + ".pdf");
        });
        assertThat(personalCopies.open(token(letter))).isPresent();
    }

    @Test
    void the_secret_of_a_link_is_not_in_the_database() {
        DeclarationId id = declaration(1001);
        copies.send(id, copies.recipients(id).get(0));

        assertThat(jdbc.sql("select token_sha256 from final_copy_link where declaration_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(stored -> assertThat(stored).isNotEqualTo(token(mine(id).get(0))));
    }

    @Test
    void an_expired_link_an_unknown_one_and_a_strange_one_open_nothing() {
        DeclarationId id = declaration(1001);
        copies.send(id, copies.recipients(id).get(0));
        String token = token(mine(id).get(0));

        jdbc.sql("update final_copy_link set expires_at = ? where declaration_id = ?")
                .params(Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC), id.value())
                .update();

        assertThat(personalCopies.open(token)).isEmpty();
        assertThat(personalCopies.open("A".repeat(43))).isEmpty();
        assertThat(personalCopies.open("../../etc/passwd")).isEmpty();
    }

    @Test
    void sent_twice_it_leaves_once_and_no_second_link_is_made() {
        DeclarationId id = declaration(1001);
        String recipient = copies.recipients(id).get(0);

        copies.send(id, recipient);
        copies.send(id, recipient);

        assertThat(letters.of(id)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from final_copy_link where declaration_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(trail.entries(id))
                .filteredOn(entry -> entry.event().type() == AuditEventType.FINAL_COPY_SENT)
                .singleElement()
                .satisfies(entry -> assertThat(entry.event().details())
                        .containsEntry("recipient", recipient)
                        .containsEntry("by", "link"));
        assertThat(trail.verify(id).intact()).isTrue();
    }

    @Test
    void somebody_who_is_no_recipient_gets_nothing() {
        DeclarationId id = declaration(900);

        copies.send(id, "signatory:00000000-0000-0000-0000-000000000000");

        assertThat(letters.of(id)).isEmpty();
    }

    @Test
    void by_default_five_megabytes_are_attached_and_not_one_byte_more() {
        FinalCopyLetters letters = new FinalCopyLetters(
                null, null, null, null, null, new DeliverySettings(DataSize.ofMegabytes(5), Duration.ofDays(90)), null);

        assertThat(letters.fits(new PdfBytes(new byte[4_900_000]))).isTrue();
        assertThat(letters.fits(new PdfBytes(new byte[5 * 1024 * 1024]))).isTrue();
        assertThat(letters.fits(new PdfBytes(new byte[5 * 1024 * 1024 + 1]))).isFalse();
    }

    private DeclarationId declaration(int size) {
        NewDeclaration plain = TestDeclarations.of(List.of(
                party("Fédération", "ZOE@example.org", person("Zoë", "zoe@example.org", "fr-BE")),
                party("Coöperatie", "info@coop.example.org", person("Jan", "jan@example.org", "nl-BE")),
                party("Réseau", null, person("Zoë", "zoe@example.org", "fr-BE"))));
        return declarations.draft(
                new NewDeclaration(
                        plain.title(),
                        plain.placeAndDate(),
                        plain.versions(),
                        plain.zone(),
                        plain.deadline(),
                        new IntakeResult.Accepted(pdf(size), 1),
                        plain.texts(),
                        plain.parties(),
                        Publicity.NOT_DUE),
                organiser);
    }

    private static PdfBytes pdf(int size) {
        byte[] bytes = new byte[size];
        System.arraycopy("%PDF-1.7 ".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return new PdfBytes(bytes);
    }

    private static NewParty party(String name, String contact, NewSignatory signatory) {
        return new NewParty(
                "Europe", name, "Wallonie", contact == null ? null : new EmailAddress(contact), List.of(signatory));
    }

    private static NewSignatory person(String name, String address, String locale) {
        return new NewSignatory(
                name, "D’Hondt", "présidente", new EmailAddress(address), Locale.forLanguageTag(locale), 1);
    }

    private List<OutboxLetter> mine(DeclarationId id) {
        String reference = declarations.get(id).reference();
        return outbox.list().stream()
                .filter(letter -> letter.text().contains(reference))
                .toList();
    }

    private static String token(OutboxLetter letter) {
        Matcher link = LINK.matcher(letter.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
