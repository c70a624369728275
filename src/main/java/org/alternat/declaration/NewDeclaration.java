package org.alternat.declaration;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.alternat.document.IntakeResult;
import org.alternat.shared.Publicity;
import org.jspecify.annotations.Nullable;

/**
 * Everything a draft is made of. What people typed has been checked before (package {@code input}); this only refuses what
 * no careful caller hands over.
 *
 * @param document the text to sign, as the intake accepted it
 * @param terms under which it circulates
 * @param parties in order of precedence; may be empty, since a draft can be completed later
 * @param publicity what it says of its funding; null while nobody has decided
 */
public record NewDeclaration(
        String title,
        String placeAndDate,
        LanguageVersions versions,
        ZoneId zone,
        Instant deadline,
        IntakeResult.Accepted document,
        List<LanguageText> texts,
        Terms terms,
        List<NewParty> parties,
        @Nullable Publicity publicity) {

    public NewDeclaration {
        if (title.isBlank() || !Languages.OF_TEXTS.containsAll(versions.languages())) {
            throw new IllegalArgumentException("a declaration has a title and known languages");
        }
        texts = List.copyOf(texts);
        parties = List.copyOf(parties);
    }

    /** On plain terms. */
    public NewDeclaration(
            String title,
            String placeAndDate,
            LanguageVersions versions,
            ZoneId zone,
            Instant deadline,
            IntakeResult.Accepted document,
            List<LanguageText> texts,
            List<NewParty> parties,
            @Nullable Publicity publicity) {
        this(title, placeAndDate, versions, zone, deadline, document, texts, Terms.PLAIN, parties, publicity);
    }
}
