package org.alternat.audit;

import java.time.Instant;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;

/**
 * One link of the trail.
 *
 * @param number counts from 1 without a gap
 * @param previous the hash of the entry before; 64 zeros for the first
 * @param hash SHA-256 of this entry's line, see {@link AuditLine}
 */
public record AuditEntry(
        DeclarationId declarationId, long number, Instant at, AuditEvent event, Sha256 previous, Sha256 hash) {}
