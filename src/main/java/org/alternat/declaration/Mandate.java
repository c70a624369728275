package org.alternat.declaration;

import java.time.Instant;
import org.alternat.document.ScanType;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;

/**
 * On what the authority of whoever holds a place rests.
 *
 * @param statement which article, resolution or letter
 * @param checkedBy who has looked at it
 * @param type of the document that proves it; null without one
 * @param sha256 the digest of that document; null without one
 */
public record Mandate(
        SignatoryId signatoryId,
        MandateGround ground,
        String statement,
        String checkedBy,
        Instant recordedAt,
        @Nullable ScanType type,
        @Nullable Sha256 sha256) {}
