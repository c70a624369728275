package org.alternat.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One letter to one person, not yet written. Never more than one recipient: nobody learns from a letter who else got it.
 *
 * @param key names the letter for good; the same key is never sent twice
 * @param template the name of the pair {@code templates/letters/<template>.html} and {@code .txt}
 * @param locale the language (and region) of the recipient
 * @param replyTo who gets the answers, and who is named as the contact: the organisers; empty for none
 * @param model what the templates see, beside {@code to}, {@code contacts}, {@code lang} and {@code subject};
 *     each string is put on one line, so a text of several lines is a list of strings
 */
public record Letter(
        LetterKey key,
        String template,
        Locale locale,
        Recipient to,
        List<Recipient> replyTo,
        Map<String, Object> model,
        List<Attachment> attachments) {

    public Letter {
        replyTo = List.copyOf(replyTo);
        model = Map.copyOf(model);
        attachments = List.copyOf(attachments);
    }

    /** Ids only: a letter holds names, links and codes. */
    @Override
    public String toString() {
        return "Letter[" + key + "]";
    }
}
