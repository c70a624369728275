package org.alternat.declaration.input;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A declaration as it was typed and uploaded, before anything is known about it.
 *
 * @param languages language tags
 * @param versions by language tag; what is missing is authentic
 * @param deadline an instant with an offset, or a local date and time in the zone (ISO 8601)
 * @param document the upload; null when there is none
 * @param texts by language tag
 * @param terms under which it circulates
 * @param signatories one by one; or else
 * @param signatoriesCsv all in a file
 */
public record DeclarationInput(
        @Nullable String title,
        @Nullable String placeAndDate,
        List<String> languages,
        @Nullable String zone,
        @Nullable String deadline,
        @Nullable Upload document,
        Map<String, VersionInput> versions,
        Map<String, String> texts,
        TermsInput terms,
        List<SignatoryInput> signatories,
        @Nullable Upload signatoriesCsv) {

    @Override
    public String toString() {
        return "DeclarationInput";
    }
}
