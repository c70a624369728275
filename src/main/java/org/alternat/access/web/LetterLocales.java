package org.alternat.access.web;

import java.util.List;
import java.util.Locale;

/** The languages, with regions, that letters are written in. */
final class LetterLocales {

    static final String PATTERN = "fr-FR|fr-BE|fr-CA|nl-BE|en";

    static final List<String> TAGS = List.of("fr-FR", "fr-BE", "fr-CA", "nl-BE", "en");

    private LetterLocales() {}

    /** What to offer first to somebody who reads the page in this language. */
    static String nearest(Locale reader) {
        if (TAGS.contains(reader.toLanguageTag())) {
            return reader.toLanguageTag();
        }
        return TAGS.stream()
                .filter(tag -> tag.startsWith(reader.getLanguage()))
                .findFirst()
                .orElse("en");
    }
}
