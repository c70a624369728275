package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What arrives in a mailbox, after a journey over a real socket. */
class MimeLettersTest {

    static final Instant NOW = Instant.parse("2019-11-28T12:05:00Z");

    GreenMail mailbox = new GreenMail(ServerSetup.SMTP.dynamicPort());
    MimeLetters letters = new MimeLetters(
            new LetterWriter(LetterSamples.messages(), null, true),
            Sender.parse("Déclarations communes <sign@declarations.example.org>"),
            null,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void open() {
        mailbox.start();
    }

    @AfterEach
    void close() {
        mailbox.stop();
    }

    @Test
    void the_header_is_complete_and_names_survive() throws Exception {
        MimeMessage received = deliver(invitation());

        assertThat(received.getFrom()).containsExactly(new InternetAddress("sign@declarations.example.org"));
        assertThat(((InternetAddress) received.getFrom()[0]).getPersonal()).isEqualTo("Déclarations communes");
        assertThat(received.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) received.getRecipients(Message.RecipientType.TO)[0]).getPersonal())
                .isEqualTo("Émilien Van den Broeck");
        assertThat(received.getHeader("To", null)).startsWith("=?UTF-8?");
        assertThat(received.getReplyTo())
                .extracting(address -> ((InternetAddress) address).getPersonal())
                .containsExactly("Sébastien Pereau", "Anaïs D’Hondt");
        assertThat(received.getSubject()).startsWith("Invitation à signer la déclaration «\u00a0");
        assertThat(received.getHeader("Content-Language")).containsExactly("fr-CA");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(received.getSentDate()).isEqualTo(NOW);
        assertThat(received.getHeader("List-Unsubscribe")).isNull();
        assertThat(received.getHeader("X-Mailer")).isNull();
    }

    @Test
    void the_message_id_is_ours_the_same_each_time_and_says_nothing_of_the_recipient() throws Exception {
        Letter letter = invitation();
        Letter other = with(letter, new LetterKey("invitation", letter.key().declarationId(), "signatory:1", 2));

        assertThat(deliver(letter).getMessageID())
                .matches("<[0-9a-f]{40}@declarations\\.example\\.org>")
                .isEqualTo(letters.write(letter).getMessageID())
                .isNotEqualTo(letters.write(other).getMessageID());
    }

    @Test
    void text_comes_first_then_html_in_utf_8() throws Exception {
        MimeMessage received = deliver(invitation());
        Multipart alternative = (Multipart) received.getContent();

        assertThat(received.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getCount()).isEqualTo(2);
        assertThat(alternative.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        Multipart related = (Multipart) alternative.getBodyPart(1).getContent();
        assertThat(alternative.getBodyPart(1).getContentType()).startsWith("multipart/related");
        assertThat(related.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat((String) alternative.getBodyPart(0).getContent()).contains("Bonjour Émilien Van den Broeck,");
        assertThat((String) related.getBodyPart(0).getContent()).contains("Bonjour Émilien Van den Broeck,");
        assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<european-union@alternat.invalid>");
        java.awt.image.BufferedImage emblem =
                javax.imageio.ImageIO.read(related.getBodyPart(1).getInputStream());
        assertThat(List.of(emblem.getWidth(), emblem.getHeight())).containsExactly(144, 96);
        assertThat(emblem.getRGB(2, 2) & 0xFFFFFF).as("the field").isEqualTo(0x003399);
        assertThat(emblem.getRGB(72, 16) & 0xFFFFFF)
                .as("the star of twelve o’clock")
                .isEqualTo(0xFFCC00);
        assertThat(emblem.getRGB(72, 48) & 0xFFFFFF).as("the middle").isEqualTo(0x003399);
    }

    @Test
    void an_attachment_stands_beside_both_and_arrives_byte_for_byte() throws Exception {
        byte[] pdf = new byte[100_000];
        new java.util.Random(1).nextBytes(pdf);
        Letter letter = invitation();
        Letter withPdf = new Letter(
                letter.key(),
                letter.template(),
                letter.locale(),
                letter.to(),
                letter.replyTo(),
                letter.model(),
                List.of(new Attachment("ALT-2019-0001.pdf", "application/pdf", pdf)));

        MimeMessage received = deliver(withPdf);
        Multipart mixed = (Multipart) received.getContent();

        assertThat(received.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(mixed.getBodyPart(1).getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("ALT-2019-0001.pdf");
        assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdf);
    }

    @Test
    void header_injection_through_a_name_or_a_title_ends_on_its_own_line() throws Exception {
        Map<String, Object> model = new HashMap<>(invitation().model());
        model.put("title", "Title\r\nBcc: victim@example.org\r\n\r\nbody");
        Letter attack = new Letter(
                invitation().key(),
                "invitation",
                Locale.ENGLISH,
                new Recipient("Eve\r\nBcc: victim@example.org", new EmailAddress("eve@party.example.org")),
                List.of(new Recipient("Organiser\nX-Evil: yes", new EmailAddress("org@party.example.org"))),
                model,
                List.of());

        MimeMessage received = deliver(attack);

        assertThat(Collections.list(received.getAllHeaders()))
                .extracting(jakarta.mail.Header::getName)
                .doesNotContain("Bcc", "X-Evil");
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        assertThat(received.getAllRecipients()).containsExactly(new InternetAddress("eve@party.example.org"));
    }

    @Test
    void no_line_is_longer_than_a_relay_may_refuse() throws Exception {
        for (String line : GreenMailUtil.getWholeMessage(deliver(invitation())).split("\r\n")) {
            assertThat(line.length()).isLessThanOrEqualTo(998); // RFC 5322, section 2.1.1
        }
    }

    private MimeMessage deliver(Letter letter) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(mailbox.getSmtp().getPort());
        new SmtpPost(server).handOver(letter.key(), letters.write(letter));
        List<MimeMessage> received = new ArrayList<>(List.of(mailbox.getReceivedMessages()));
        return received.get(received.size() - 1);
    }

    private static Letter invitation() {
        Letter sample = LetterSamples.letter("invitation", Locale.CANADA_FRENCH);
        return with(sample, new LetterKey("invitation", DeclarationId.random(), "signatory:1", 1));
    }

    private static Letter with(Letter letter, LetterKey key) {
        return new Letter(
                key,
                letter.template(),
                letter.locale(),
                letter.to(),
                letter.replyTo(),
                letter.model(),
                letter.attachments());
    }
}
