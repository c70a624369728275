package org.alternat.declaration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The declaration in one of its languages.
 *
 * @param fromPage the page of the PDF, from 1, where it begins; null when nobody has said, or when it does not stand there
 */
public record LanguageVersion(
        Locale language,
        LanguageStanding standing,
        @Nullable Integer fromPage) {

    public LanguageVersion {
        if (fromPage != null && fromPage < 1) {
            throw new IllegalArgumentException("pages are counted from 1");
        }
    }

    public String tag() {
        return language.toLanguageTag();
    }

    public boolean isAuthentic() {
        return standing != LanguageStanding.TRANSLATION;
    }
}
