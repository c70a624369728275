package org.alternat.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a declaration's pages, letters and PDF say of who funded it (Regulation (EU) No 1303/2013, annex XII, section 2.2):
 * a mention, the emblem of the European Union, the project's logo.
 *
 * @param due false when somebody decided that no mention is due; there is then no mention and no emblem
 * @param fr the mention in French; empty when none is due
 * @param nl the same in Dutch
 * @param en the same in English
 * @param emblem whether the emblem of the European Union stands beside it
 */
public record Publicity(
        boolean due,
        String fr,
        String nl,
        String en,
        boolean emblem,
        @Nullable Logo logo) {

    /** Longest mention, in characters. */
    public static final int MAX_MENTION = 300;

    /** Somebody decided that there is nothing to say. */
    public static final Publicity NOT_DUE = new Publicity(false, "", "", "", false, null);

    /** @throws IllegalArgumentException when a mention is due and lacks a language, or is there without being due */
    public Publicity {
        if (due ? fr.isBlank() || nl.isBlank() || en.isBlank() : emblem || !(fr + nl + en).isEmpty()) {
            throw new IllegalArgumentException("a mention is there in all languages, or in none when none is due");
        }
    }

    /** The mention for a reader of this language; English for whoever reads none of the three. */
    public String mention(Locale reader) {
        return switch (reader.getLanguage()) {
            case "fr" -> fr;
            case "nl" -> nl;
            default -> en;
        };
    }

    /**
     * The project's logo, a PNG.
     *
     * @param sha256 of the PNG
     * @param name whose it is; read aloud in its place
     * @param width in pixels
     * @param height in pixels
     */
    public record Logo(Sha256 sha256, String name, int width, int height) {

        /** How wide it is when it is set this high, rounded. */
        public int widthAt(int shownHeight) {
            return Math.max(1, Math.round((float) shownHeight * width / height));
        }
    }
}
