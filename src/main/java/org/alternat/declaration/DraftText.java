package org.alternat.declaration;

import java.util.List;
import java.util.Locale;
import org.alternat.document.IntakeResult;

/** What a draft says: the first step of its making. The components are those of {@link NewDeclaration}. */
public record DraftText(
        String title,
        String placeAndDate,
        List<Locale> languages,
        IntakeResult.Accepted document,
        List<LanguageText> texts) {

    public DraftText {
        languages = List.copyOf(languages);
        texts = List.copyOf(texts);
    }
}
