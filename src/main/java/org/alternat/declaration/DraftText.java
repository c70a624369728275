package org.alternat.declaration;

import java.util.List;
import org.alternat.document.IntakeResult;

/** What a draft says: the first step of its making. The components are those of {@link NewDeclaration}. */
public record DraftText(
        String title,
        String placeAndDate,
        LanguageVersions versions,
        IntakeResult.Accepted document,
        List<LanguageText> texts) {

    public DraftText {
        texts = List.copyOf(texts);
    }
}
