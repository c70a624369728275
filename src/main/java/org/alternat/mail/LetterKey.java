package org.alternat.mail;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The natural key of a letter: whoever asks twice for the same letter means the same letter.
 *
 * @param kind what letter it is, such as {@code invitation}; at most 40 of a–z, 0–9 and hyphen
 * @param declarationId the declaration it is about; null for a letter to staff
 * @param recipient a stable id of whom it goes to, such as {@code signatory:<id>}; never an address
 * @param sequence tells repeats of one kind apart (second reminder, third code, replaced person)
 */
public record LetterKey(String kind, @Nullable DeclarationId declarationId, String recipient, int sequence) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern RECIPIENT = Pattern.compile("[A-Za-z0-9:._-]{1,120}");

    /** @throws IllegalArgumentException when the kind or the recipient has another form, an address for instance */
    public LetterKey {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind of letter");
        }
        if (!RECIPIENT.matcher(recipient).matches()) {
            throw new IllegalArgumentException("not the id of a recipient");
        }
    }

    /** Names the letter in the table, in its Message-ID and in the outbox. */
    Sha256 digest() {
        String written =
                kind + "\n" + (declarationId == null ? "" : declarationId) + "\n" + recipient + "\n" + sequence;
        return Sha256.of(written.getBytes(StandardCharsets.UTF_8));
    }
}
