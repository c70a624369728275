package org.alternat.verification;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A file that this service holds.
 *
 * @param revision its number in the chain, the frozen text being 0
 * @param match how the file that was brought relates to it
 * @param successor the reference of the declaration that corrects the text of a superseded one; null for any other
 * @param length how many bytes they have in common
 */
public record HeldFile(
        String reference,
        String title,
        ZoneId zone,
        int revision,
        Match match,
        @Nullable String successor,
        long length) {

    /** What it is. */
    public enum Match {
        /** The final copy, byte for byte. */
        FINAL_COPY,
        /** The last state of a declaration that has no final copy (yet). */
        CURRENT,
        /** An earlier state of a declaration, byte for byte. */
        EARLIER,
        /** A state of a declaration whose text was corrected: another one has taken its place. */
        SUPERSEDED,
        /** It begins with a state that we hold, and something stands behind it that is not ours. */
        CONTINUED
    }
}
