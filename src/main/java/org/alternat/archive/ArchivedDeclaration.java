package org.alternat.archive;

import java.time.Instant;
import java.time.ZoneId;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;

/**
 * A declaration whose package is kept.
 *
 * @param zone the zone in which people read its instants
 * @param closedAt when it was sealed
 * @param parties how many there are
 * @param signatures how many people signed
 * @param documentRevision the number of the revision that is the sealed document
 * @param packageLength in bytes
 */
public record ArchivedDeclaration(
        DeclarationId id,
        String reference,
        String title,
        ZoneId zone,
        Instant closedAt,
        Instant archivedAt,
        int parties,
        int signatures,
        int documentRevision,
        Sha256 documentSha256,
        long packageLength,
        Sha256 packageSha256) {

    /** What the package is called where it is taken to. */
    public String packageName() {
        return reference + ".zip";
    }
}
