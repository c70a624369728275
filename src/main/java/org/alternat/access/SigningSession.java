package org.alternat.access;

import java.time.Instant;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;

/**
 * A browser that has proved the signing code: it may read, sign and refuse for this one signatory.
 *
 * @param id digest of the browser's secret; no secret itself
 * @param personVersion the person who proved the code; whoever is replaced meanwhile answers nothing any more
 * @param acceptedAt when the code was right
 * @param shownRevision the revision of the document that was sent to this browser; null while none was
 * @param shownSha256 the digest of what was sent
 */
public record SigningSession(
        Sha256 id,
        DeclarationId declarationId,
        SignatoryId signatoryId,
        int personVersion,
        Instant acceptedAt,
        @Nullable Integer shownRevision,
        @Nullable Sha256 shownSha256) {}
