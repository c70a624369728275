package org.alternat.archive;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a search is narrowed to, one value of each facet.
 *
 * @param year of closing, in the declaration's own zone
 * @param side on which a party stands, as the declaration names it; empty for any
 */
public record Narrowing(
        @Nullable Integer year, String side, @Nullable Completeness completeness) {

    /** To nothing: everything that matches the words. */
    public static final Narrowing NONE = new Narrowing(null, "", null);

    /** Whether everybody who was asked has signed: a rule of completion may be met by fewer. */
    public enum Completeness {
        COMPLETE,
        PARTIAL;

        /** As addresses spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that word. */
        public static Optional<Completeness> of(String word) {
            for (Completeness one : values()) {
                if (one.word().equals(word)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }
    }
}
