package org.alternat.declaration;

import java.util.List;
import java.util.Locale;

/** The languages that the service speaks. */
public final class Languages {

    /** The languages that a text can be written in. */
    public static final List<Locale> OF_TEXTS = List.of(Locale.FRENCH, Locale.forLanguageTag("nl"), Locale.ENGLISH);

    /** The locales of letters and signatories' pages (BCP 47). */
    public static final List<Locale> OF_SIGNATORIES = List.of(
            Locale.forLanguageTag("fr-FR"),
            Locale.forLanguageTag("fr-BE"),
            Locale.forLanguageTag("fr-CA"),
            Locale.forLanguageTag("nl-BE"),
            Locale.ENGLISH);

    private Languages() {}
}
