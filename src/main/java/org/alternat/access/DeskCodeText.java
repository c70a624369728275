package org.alternat.access;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of a code that people read from a screen and type: no two of its 22 characters look alike, and it has no vowels, so that
 * it spells nothing. Eight of them are one of 5.5 · 10¹⁰.
 */
final class DeskCodeText {

    private static final String ALPHABET = "34679CDFGHJKMNPQRTVWXY";
    private static final int LENGTH = 8;
    private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    private DeskCodeText() {}

    static String random(SecureRandom random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As people read it: two groups of four. */
    static String grouped(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /** What somebody typed, with or without spaces, hyphens and capitals; empty for what can be no code. */
    static Optional<String> read(String typed) {
        String plain =
                typed.replaceAll("[\\s\\u00a0\\u202f\\u2010-\\u2015-]", "").toUpperCase(Locale.ROOT);
        return Optional.of(plain).filter(code -> CODE.matcher(code).matches());
    }
}
