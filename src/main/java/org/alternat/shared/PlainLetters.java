package org.alternat.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as people write them who do not have these letters on their keyboard: no accents, lower case, single spaces. */
public final class PlainLetters {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PlainLetters() {}

    /** Only letters, digits and single spaces are left. */
    public static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return SIGNS.matcher(undecomposed(plain)).replaceAll(" ").strip();
    }

    /** Letters that Unicode does not take apart. */
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
