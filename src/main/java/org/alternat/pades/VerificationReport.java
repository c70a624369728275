package org.alternat.pades;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What our own verifier found in a file.
 *
 * @param signatures in the order in which they were made
 * @param problems of the file as a whole: bytes behind the last signature, ranges that do not nest
 */
public record VerificationReport(List<VerifiedSignature> signatures, List<String> problems) {

    /** True when there is something signed and nothing is wrong with any of it. */
    public boolean valid() {
        return !signatures.isEmpty()
                && problems.isEmpty()
                && signatures.stream()
                        .allMatch(signature -> signature.problems().isEmpty());
    }

    /** How many signatures of people the file holds, seals and archive timestamps left out. */
    public long signaturesOfPeople() {
        return signatures.stream()
                .filter(signature -> signature.kind() == Kind.SIGNATURE)
                .count();
    }

    /** What stands in a field. */
    public enum Kind {
        /** A natural person's signature. */
        SIGNATURE,
        /** The service's seal. */
        SEAL,
        /** A document timestamp. */
        ARCHIVE_TIMESTAMP
    }

    /** Baseline levels of EN 319 142-1, clause 6, as far as the file shows them. */
    public enum Level {
        B_B,
        B_T,
        B_LT,
        B_LTA
    }

    /**
     * One signature, seal or timestamp.
     *
     * @param provenAt the instant of the timestamp that proves it; null when there is none
     * @param coversUpTo length of the revision that it signs, in bytes
     */
    public record VerifiedSignature(
            String fieldName,
            Kind kind,
            @Nullable Level level,
            String signer,
            String organisation,
            @Nullable Instant provenAt,
            long coversUpTo,
            List<String> problems) {}
}
