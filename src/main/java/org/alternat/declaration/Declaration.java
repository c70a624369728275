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
 * @param languages the languages the text is written in
 * @param zone the zone in which people read its instants
 * @param textSha256 the digest of revision 0; frozen once the declaration is released
 * @param releasedAt when it began to circulate
 * @param closedAt when it was withdrawn, found incomplete, or sealed
 */
public record Declaration(
        DeclarationId id,
        String reference,
        DeclarationState state,
        String title,
        String placeAndDate,
        List<Locale> languages,
        ZoneId zone,
        Instant deadline,
        Sha256 textSha256,
        int pages,
        Instant createdAt,
        @Nullable Instant releasedAt,
        @Nullable Instant closedAt) {

    public Declaration {
        languages = List.copyOf(languages);
    }
}
