package org.alternat.pades;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What the typeface of signature pages and visible signatures can show: Latin, Greek and Cyrillic letters, and not all of them. */
public final class Typeface {

    private Typeface() {}

    /**
     * The characters of a text that it has no glyph for, in any of its styles, in the order of the text. On the page they would
     * be written without their diacritics, or left out.
     */
    public static Set<String> lacks(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(codePoint -> !Character.isISOControl(codePoint)
                        && Arrays.stream(FontStyle.values())
                                .anyMatch(style -> EmbeddedFont.of(style).glyph(codePoint) == 0))
                .mapToObj(Character::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
