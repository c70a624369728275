package org.alternat.archive;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form in which names are kept and asked for: no accents, lower case, letters and digits with single spaces. As no sign
 * is left, a search word never holds a wildcard of SQL.
 */
final class SearchText {

    /** More words than anybody types; each costs a pass over the column. */
    private static final int MAX_WORDS = 12;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchText() {}

    static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return SIGNS.matcher(undecomposed(plain)).replaceAll(" ").strip();
    }

    /** The words that must all be found. */
    static List<String> words(String text) {
        String plain = of(text);
        return plain.isEmpty()
                ? List.of()
                : Arrays.stream(plain.split(" ")).distinct().limit(MAX_WORDS).toList();
    }

    /** Letters that Unicode does not take apart, as people without them on their keyboard write them. */
    private static String undecomposed(String lower) {
        return lower.replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ı", "i");
    }
}
