package org.alternat.declaration;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The text that several parties sign together.
 *
 * @param reference what people call it, for instance {@code ALT-2026-0001}; never given twice
 * @param placeAndDate the line the document itself carries, such as "Done at Villeneuve-d'Ascq, 28 November 2019"; not the
 *     place and instant of any signature
 * @param versions the languages the text is written in, and what each counts for
 * @param zone the zone in which people read its instants
 * @param terms under which it circulates
 * @param textSha256 the digest of revision 0; frozen once the declaration is released
 * @param releasedAt when it began to circulate
 * @param effectiveAt when its rule of completion was met: its date of effect
 * @param closedAt when it was withdrawn, found incomplete, or sealed
 */
public record Declaration(
        DeclarationId id,
        String reference,
        DeclarationState state,
        String title,
        String placeAndDate,
        LanguageVersions versions,
        ZoneId zone,
        Instant deadline,
        Terms terms,
        Sha256 textSha256,
        int pages,
        Instant createdAt,
        @Nullable Instant releasedAt,
        @Nullable Instant effectiveAt,
        @Nullable Instant closedAt) {

    /** The languages the text is written in. */
    public List<Locale> languages() {
        return versions.languages();
    }

    /** After which nothing is signed any more. */
    public Instant closingDate() {
        Instant openUntil = terms.openUntil();
        return openUntil == null || openUntil.isBefore(deadline) ? deadline : openUntil;
    }

    /** How long an answer counts: until the deadline, or until the closing date once the rule of completion is met. */
    public Instant answerableUntil() {
        return effectiveAt == null ? deadline : closingDate();
    }
}
