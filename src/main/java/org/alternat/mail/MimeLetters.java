package org.alternat.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/**
 * Puts a written letter into its envelope: text first, then HTML (RFC 2046, section 5.1.4: the richer one last), attachments
 * around them. Header fields hold only what this class makes or has checked.
 */
class MimeLetters {

    private final LetterWriter writer;
    private final Sender sender;
    private final @Nullable ReturnPath returnPath;
    private final Clock clock;
    private final Session session = Session.getInstance(new Properties());

    /** @param returnPath where reports about a letter go; the sender's address without it */
    MimeLetters(LetterWriter writer, Sender sender, @Nullable ReturnPath returnPath, Clock clock) {
        this.writer = writer;
        this.sender = sender;
        this.returnPath = returnPath;
        this.clock = clock;
    }

    /** RFC 5322, section 3.6.4: unique by the key's digest, at our own domain; the same for every repeat of the same letter. */
    String messageId(LetterKey key) {
        return "<" + key.digest().hex().substring(0, 40) + "@" + sender.domain() + ">";
    }

    /** What the recipient will read. */
    WrittenLetter written(Letter letter) {
        return writer.write(letter);
    }

    MimeMessage write(Letter letter) {
        WrittenLetter written = written(letter);
        try {
            SMTPMessage message = new IdentifiedMessage(session, messageId(letter.key()));
            if (returnPath != null) {
                message.setEnvelopeFrom(returnPath.of(letter.key()));
            }
            message.setFrom(internetAddress(sender.name(), sender.address().value()));
            message.setRecipient(Message.RecipientType.TO, internetAddress(letter.to()));
            if (!letter.replyTo().isEmpty()) {
                message.setReplyTo(internetAddresses(letter.replyTo()));
            }
            message.setSubject(written.subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Content-Language", letter.locale().toLanguageTag());
            // RFC 3834, section 5: nobody's out-of-office note answers this letter.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(content(written, letter.attachments()));
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException("letter of kind " + letter.key().kind() + " cannot be put together", e);
        }
    }

    private static MimeMultipart content(WrittenLetter written, List<Attachment> attachments)
            throws MessagingException {
        MimeMultipart alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text(written.text(), "plain"));
        alternative.addBodyPart(html(written));
        if (attachments.isEmpty()) {
            return alternative;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(alternative);
        mixed.addBodyPart(body);
        for (Attachment attachment : attachments) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
            part.setFileName(attachment.fileName());
            part.setDisposition(MimeBodyPart.ATTACHMENT);
            part.setHeader("Content-Transfer-Encoding", "base64");
            mixed.addBodyPart(part);
        }
        return mixed;
    }

    /** With the pictures that it shows (RFC 2387), where there are any. */
    private static MimeBodyPart html(WrittenLetter written) throws MessagingException {
        MimeBodyPart page = text(written.html(), "html");
        if (written.images().isEmpty()) {
            return page;
        }
        MimeMultipart related = new MimeMultipart("related; type=\"text/html\"");
        related.addBodyPart(page);
        for (InlineImage image : written.images()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(image.png(), "image/png")));
            part.setContentID(image.contentId());
            part.setDisposition(MimeBodyPart.INLINE);
            part.setHeader("Content-Transfer-Encoding", "base64");
            related.addBodyPart(part);
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(related);
        return body;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        // Fixed, so that a relay without 8BITMIME has nothing to re-encode.
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static InternetAddress[] internetAddresses(List<Recipient> recipients) {
        List<InternetAddress> addresses = new ArrayList<>();
        recipients.forEach(recipient -> addresses.add(internetAddress(recipient)));
        return addresses.toArray(InternetAddress[]::new);
    }

    private static InternetAddress internetAddress(Recipient recipient) {
        return internetAddress(recipient.name(), recipient.address().value());
    }

    private static InternetAddress internetAddress(String name, String address) {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    /** The library gives every message a random id when it is saved; ours is decided by the key. */
    private static final class IdentifiedMessage extends SMTPMessage {

        private final String messageId;

        IdentifiedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
