package org.alternat.archive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to look for. Texts match without regard to accents and case; every word must be found, in any order. An empty text
 * asks for nothing.
 *
 * @param any in title, reference, party or person
 * @param person all words in the name of one signatory
 * @param from the first day of closing, in each declaration's own zone
 * @param to the last one, included
 * @param narrowing what the answer is narrowed to
 */
public record ArchiveQuery(
        String any,
        String title,
        String party,
        String person,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Narrowing narrowing) {

    /** Everything that is kept. */
    public static final ArchiveQuery EVERYTHING = new ArchiveQuery("", "", "", "", null, null);

    /** Narrowed to nothing. */
    public ArchiveQuery(
            String any, String title, String party, String person, @Nullable LocalDate from, @Nullable LocalDate to) {
        this(any, title, party, person, from, to, Narrowing.NONE);
    }
}
