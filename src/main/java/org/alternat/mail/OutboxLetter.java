package org.alternat.mail;

import java.time.Instant;
import java.util.List;

/**
 * A letter in the outbox folder, as a mail program would show it.
 *
 * @param id the file's name without its ending
 * @param language the tag in {@code Content-Language} (BCP 47)
 * @param attachments the file names
 */
public record OutboxLetter(
        String id,
        Instant at,
        String kind,
        String toName,
        String toAddress,
        String subject,
        String language,
        String text,
        List<String> attachments) {

    /** The id only: the rest is a person's mail. */
    @Override
    public String toString() {
        return "OutboxLetter[" + id + "]";
    }
}
