package org.alternat.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises delivery reports (RFC 3464) and automatic replies (RFC 3834) among the mail that comes to the return address. What a
 * subject says is trusted as little as a sender; only the token in the recipient says which letter it is about.
 */
final class MailReports {

    /** A longer one says nothing more about one recipient. */
    private static final int LONGEST_STATUS = 64 * 1024;

    private static final int MOST_PARTS = 20;
    private static final List<String> RECIPIENT_HEADERS =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc");

    private final ReturnPath returnPath;

    MailReports(ReturnPath returnPath) {
        this.returnPath = returnPath;
    }

    /** Nothing when it is about no letter of ours, or written by a person. */
    Optional<MailReport> read(MimeMessage message) throws MessagingException, IOException {
        Optional<String> letter = letter(message);
        if (letter.isEmpty()) {
            return Optional.empty();
        }
        Part status = deliveryStatus(message);
        if (status != null) {
            return judged(letter.get(), status);
        }
        return isAutomatic(message)
                ? Optional.of(new MailReport(letter.get(), LetterState.REPLIED, ""))
                : Optional.empty();
    }

    private Optional<String> letter(MimeMessage message) throws MessagingException {
        for (String name : RECIPIENT_HEADERS) {
            String[] values = message.getHeader(name);
            for (String value : values == null ? new String[0] : values) {
                Optional<String> letter = returnPath.letterIn(value);
                if (letter.isPresent()) {
                    return letter;
                }
            }
        }
        return Optional.empty();
    }

    /** RFC 3834, section 5: anything but "no" is a machine's. */
    private static boolean isAutomatic(MimeMessage message) throws MessagingException {
        String submitted = message.getHeader("Auto-Submitted", null);
        return submitted != null
                && !submitted
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .split("[;\\s(]", 2)[0]
                        .equals("no");
    }

    private static @Nullable Part deliveryStatus(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
            return null;
        }
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                return part;
            }
        }
        return null;
    }

    /** Our letters have one recipient: the first group that tells of an action is about it (RFC 3464, section 2.3). */
    private static Optional<MailReport> judged(String letter, Part status) throws MessagingException, IOException {
        for (InternetHeaders group : groups(status)) {
            String action = value(group, "Action").toLowerCase(Locale.ROOT);
            String said = PostException.withoutAddresses(
                    (value(group, "Status") + " " + value(group, "Diagnostic-Code")).strip());
            if (action.equals("failed")) {
                return Optional.of(new MailReport(
                        letter,
                        SmtpAnswers.isAboutAddress(value(group, "Status") + " ")
                                ? LetterState.REFUSED
                                : LetterState.FAILED,
                        said));
            }
            if (action.equals("delayed")) {
                return Optional.of(new MailReport(letter, LetterState.DELAYED, said));
            }
        }
        return Optional.empty(); // delivered, relayed or expanded: no news
    }

    private static List<InternetHeaders> groups(Part status) throws MessagingException, IOException {
        byte[] content;
        try (InputStream in = status.getInputStream()) {
            content = in.readNBytes(LONGEST_STATUS);
        }
        List<InternetHeaders> groups = new ArrayList<>();
        String text = new String(content, StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .strip();
        for (String group : text.split("\n[ \t]*\n", -1)) {
            groups.add(new InternetHeaders(
                    new ByteArrayInputStream(
                            (group.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)),
                    true));
        }
        return groups;
    }

    private static String value(InternetHeaders group, String name) {
        String value = group.getHeader(name, " ");
        return value == null ? "" : value.strip();
    }
}
