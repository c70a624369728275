package org.alternat.declaration;

import java.time.Instant;
import java.time.LocalDate;
import org.alternat.document.ScanType;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;

/**
 * What is known of a signature that was given on paper. It is no electronic signature, and nothing of it stands in the
 * document.
 *
 * @param signedOn the day that the paper bears
 * @param recordedAt when an organiser recorded it: since then it counts
 * @param sha256 the digest of the scan
 */
public record PaperSignature(
        SignatoryId signatoryId, LocalDate signedOn, Instant recordedAt, ScanType type, Sha256 sha256) {}
