package org.alternat.archive;

import java.util.Arrays;
import java.util.List;
import org.alternat.shared.PlainLetters;

/**
 * The form in which names are kept and asked for. As no sign is left in it, a search word never holds a wildcard of SQL.
 */
final class SearchText {

    /** More words than anybody types; each costs a pass over the column. */
    private static final int MAX_WORDS = 12;

    private SearchText() {}

    static String of(String text) {
        return PlainLetters.of(text);
    }

    /** The words that must all be found. */
    static List<String> words(String text) {
        String plain = of(text);
        return plain.isEmpty()
                ? List.of()
                : Arrays.stream(plain.split(" ")).distinct().limit(MAX_WORDS).toList();
    }
}
