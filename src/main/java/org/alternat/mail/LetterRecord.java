package org.alternat.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the table keeps of a letter: neither its text nor the address.
 *
 * @param messageId the {@code Message-ID} header, angle brackets included
 * @param attempts how many times it was handed over, the successful one included
 * @param unsettled how many of them were cut short by a stop of the service, so that nobody knows whether the letter left
 * @param answer what the server said last, with any address cut out
 * @param sentAt when it was taken; null while it has not been
 */
public record LetterRecord(
        LetterKey key,
        String messageId,
        LetterState state,
        int attempts,
        int unsettled,
        String answer,
        Instant firstAttemptAt,
        Instant lastAttemptAt,
        @Nullable Instant sentAt) {

    /** Whether the same letter, under the same {@code Message-ID}, may have left more than once. */
    public boolean perhapsTwice() {
        return state.isTaken() && unsettled > 0;
    }
}
