package org.alternat.access;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a person reads in the mailbox, while letters go to the outbox folder. */
final class Outbox {

    private static final Pattern LINK = Pattern.compile("http://localhost:[0-9]+(/setup/[A-Za-z0-9_-]{43})");

    private Outbox() {}

    static String linkTo(Path home, String email) {
        try (Stream<Path> files = Files.list(home.resolve("outbox"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".eml")).toList()) {
                MimeMessage message;
                try (InputStream in = Files.newInputStream(file)) {
                    message = new MimeMessage(null, in);
                }
                Matcher link = LINK.matcher(text(message.getContent()));
                boolean mine = List.of(message.getRecipients(Message.RecipientType.TO))
                        .toString()
                        .contains(email);
                if (mine && link.find()) {
                    return link.group(1);
                }
            }
            throw new AssertionError("no letter with a link for this person");
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Object content) throws IOException, MessagingException {
        if (content instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                all.append(text(part.getContent()));
            }
            return all.toString();
        }
        return String.valueOf(content);
    }
}
