package org.alternat.declaration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an instrument does that is attached to an archived declaration (the words of the UN Treaty Handbook). */
public enum InstrumentKind {
    /** An organisation becomes a party. */
    ACCESSION,
    /** A party says how it understands the text. */
    INTERPRETATIVE_DECLARATION,
    /** A party excludes or modifies, for itself, the effect of a provision. */
    RESERVATION,
    /** A party is bound no longer. */
    WITHDRAWAL,
    /** A mistake in the text is put right. */
    RECTIFICATION;

    /** True for an instrument of organisations that are no parties yet; every other is one of parties. */
    public boolean joins() {
        return this == ACCESSION;
    }

    /** As the API and addresses spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<InstrumentKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
