package org.alternat.document;

import java.time.Instant;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;

/**
 * Somebody has the head of a chain to themselves.
 *
 * @param number the head's number when it was handed out
 * @param sha256 the head's digest
 */
public record HeadLease(SignatoryId signatoryId, int number, Sha256 sha256, Instant expiresAt) {}
