package org.alternat.pades;

import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;

/**
 * One cross-reference section with its trailer (ISO 32000-1, sections 7.5.4, 7.5.5 and 7.5.8).
 *
 * @param offset where it starts
 * @param end the first byte behind {@code %%EOF} and its end of line
 * @param isStream true for a cross-reference stream
 */
record CrossReferenceSection(int offset, int end, boolean isStream, Map<Long, Entry> entries, COSDictionary trailer) {

    /** Where an object is. */
    record Entry(Kind kind, long position, int generation) {

        enum Kind {
            /** There is no such object any more. */
            FREE,
            /** At the offset {@code position}. */
            OFFSET,
            /** In the object stream {@code position}; the generation is 0. */
            COMPRESSED
        }
    }
}
