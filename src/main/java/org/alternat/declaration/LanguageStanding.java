package org.alternat.declaration;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the text in one language counts for beside the others (Vienna Convention on the Law of Treaties, article 33). */
public enum LanguageStanding {
    /** Authentic, and where the authentic texts diverge it decides. */
    PREVAILING,
    AUTHENTIC,
    /** For information. */
    TRANSLATION;

    /** As the API, the archive and message keys write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The standing of that word; empty when there is none. */
    public static Optional<LanguageStanding> of(String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
