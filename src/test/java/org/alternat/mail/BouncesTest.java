package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes back about a letter, read from a real mailbox over IMAP. */
@MailTest
class BouncesTest {

    static final ScriptedSmtpServer SMTP = new ScriptedSmtpServer();
    static final GreenMail IMAP = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    static final GreenMailUser MAILBOX = mailbox();

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SMTP::port);
        properties.add("alternat.mail.from", () -> "Alternat <sign@declarations.example.org>");
        properties.add("alternat.home", () -> "target/bounces-home");
        properties.add("alternat.mail.bounces.host", () -> "127.0.0.1");
        properties.add("alternat.mail.bounces.port", () -> IMAP.getImap().getPort());
        properties.add("alternat.mail.bounces.tls", () -> false);
        properties.add("alternat.mail.bounces.username", () -> "returns");
        properties.add("alternat.mail.bounces.password", () -> "secret");
        properties.add("alternat.mail.bounces.address", () -> "bounces@declarations.example.org");
    }

    private static GreenMailUser mailbox() {
        IMAP.start();
        return IMAP.setUser("bounces@declarations.example.org", "returns", "secret");
    }

    @Autowired
    Letters letters;

    @Autowired
    BounceMailbox mailbox;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    DeclarationId id = DeclarationId.random();
    String sender = "";

    @BeforeEach
    void a_letter_that_was_taken() {
        transaction.executeWithoutResult(status -> trail.open(id));
        SMTP.senders().clear();
        letters.send(invitation());
        sender = SMTP.senders().get(0);
    }

    @AfterAll
    static void close() throws IOException {
        IMAP.stop();
        SMTP.close();
    }

    @Test
    void each_letter_has_a_return_address_of_its_own_that_names_nobody() {
        assertThat(sender).matches("bounces\\+[0-9a-f]{40}@declarations\\.example\\.org");
        assertThat(SMTP.accepted().get(SMTP.accepted().size() - 1))
                .contains("From: Alternat <sign@declarations.example.org>");
    }

    @Test
    void a_report_that_there_is_no_such_mailbox_means_that_the_address_does_not_work() throws Exception {
        comesBack(report(sender, "failed", "5.1.1", "smtp; 550 5.1.1 <emilien@party.example.org>: User unknown"));

        assertThat(mailbox.read()).isEqualTo(1);

        assertThat(letter().state()).isEqualTo(LetterState.REFUSED);
        assertThat(letter().answer()).contains("5.1.1", "User unknown").doesNotContain("emilien");
        assertThat(trail.entries(id)).extracting(entry -> entry.event().type()).endsWith(AuditEventType.LETTER_FAILED);
    }

    @Test
    void a_full_mailbox_is_a_letter_that_failed_and_no_wrong_address() throws Exception {
        comesBack(report(sender, "failed", "5.2.2", "smtp; 552 5.2.2 mailbox full"));

        mailbox.read();

        assertThat(letter().state()).isEqualTo(LetterState.FAILED);
    }

    @Test
    void a_delay_is_shown_and_the_letter_is_not_sent_again() throws Exception {
        comesBack(report(sender, "delayed", "4.4.1", "smtp; 451 4.4.1 no answer from host"));

        mailbox.read();

        assertThat(letter().state()).isEqualTo(LetterState.DELAYED);
        assertThat(letters.send(invitation())).isFalse();
    }

    @Test
    void an_automatic_reply_is_known_by_its_header_and_not_by_its_subject() throws Exception {
        comesBack("To: " + sender + "\nSubject: Out of office\n\nBack on Monday");
        assertThat(mailbox.read()).as("a subject alone").isZero();
        assertThat(letter().state()).isEqualTo(LetterState.SENT);

        comesBack("To: " + sender
                + "\nAuto-Submitted: auto-replied (vacation)\nSubject: Re: invitation\n\nI agree and sign.");
        assertThat(mailbox.read()).isEqualTo(1);

        assertThat(letter().state()).isEqualTo(LetterState.REPLIED);
    }

    @Test
    void a_report_that_is_read_twice_tells_once() throws Exception {
        String report = report(sender, "failed", "5.1.1", "smtp; 550 5.1.1 unknown");
        comesBack(report);
        comesBack(report);

        assertThat(mailbox.read()).isEqualTo(1);
    }

    @Test
    void a_made_up_token_tells_nothing() throws Exception {
        char last = sender.charAt(sender.indexOf('@') - 1);
        String forged = sender.replace(last + "@", (last == '0' ? '1' : '0') + "@");
        comesBack(report(forged, "failed", "5.1.1", "smtp; 550 5.1.1 unknown"));

        assertThat(mailbox.read()).isZero();

        assertThat(letter().state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void poisoned_mails_hold_up_no_report() throws Exception {
        comesBack("To: " + sender + "\nContent-Type: multipart/report; boundary=\"\n\nno boundary at all");
        comesBack("To: " + sender + "\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                + "--b\n"
                + "Content-Type: message/delivery-status\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + "%%%not base64\n"
                + "--b--\n");
        comesBack("To: " + sender + "\nAuto-Submitted: auto-replied\n\n" + "x".repeat(1_200_000));
        comesBack(report(sender, "failed", "5.1.1", "smtp; 550 5.1.1 unknown"));

        assertThat(mailbox.read()).isEqualTo(1);

        assertThat(letter().state()).isEqualTo(LetterState.REFUSED);
        assertThat(mailbox.read()).as("none of them is looked at again").isZero();
    }

    private LetterRecord letter() {
        return letters.of(id).get(0);
    }

    /** As Postfix writes it. */
    private static String report(String to, String action, String status, String diagnostic) {
        return """
            From: MAILER-DAEMON@mx.example.org
            To: %s
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            I'm sorry to have to inform you that your message could not be delivered.

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org
            Arrival-Date: Thu, 28 Nov 2019 12:00:00 +0100

            Final-Recipient: rfc822; emilien@party.example.org
            Action: %s
            Status: %s
            Diagnostic-Code: %s

            --b--
            """.formatted(to, action, status, diagnostic);
    }

    private static void comesBack(String message) throws Exception {
        MAILBOX.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private Letter invitation() {
        Letter sample = LetterSamples.letter("invitation", Locale.CANADA_FRENCH);
        return new Letter(
                new LetterKey("invitation", id, "signatory:1", 1),
                sample.template(),
                sample.locale(),
                sample.to(),
                sample.replyTo(),
                sample.model(),
                sample.attachments());
    }
}
