package org.alternat.pades;

import java.time.Instant;
import java.util.List;
import org.alternat.pki.Revocation;
import org.jspecify.annotations.Nullable;

/**
 * What our own verifier found in a file: facts, no words.
 *
 * @param signatures in the order in which they were made
 * @param problems of the file as a whole
 * @param revisions what each revision after the first one changed; empty when the file is not written strictly enough to tell
 * @param length of the file, in bytes
 */
public record VerificationReport(
        List<VerifiedSignature> signatures, List<Problem> problems, List<ChangedRevision> revisions, long length) {

    public VerificationReport {
        signatures = List.copyOf(signatures);
        problems = List.copyOf(problems);
        revisions = List.copyOf(revisions);
    }

    /**
     * One revision and what it changed in comparison with the one before.
     *
     * @param number counted from 1, the file's first state
     * @param end how many bytes the file had then
     * @param breaking those of the changes that change what somebody had signed by then
     */
    public record ChangedRevision(int number, long end, List<RevisionChange> changes, List<RevisionChange> breaking) {}

    /** True when there is something signed and nothing is wrong with any of it. */
    public boolean valid() {
        return !signatures.isEmpty()
                && problems.isEmpty()
                && signatures.stream()
                        .allMatch(signature -> signature.problems().isEmpty());
    }

    /** True when nothing but proof was added behind the last signature: validation data that no signature covers. */
    public boolean extended() {
        return !signatures.isEmpty()
                && !problems.contains(Problem.BYTES_BEHIND)
                && signatures.stream()
                                .mapToLong(VerifiedSignature::coversUpTo)
                                .max()
                                .orElse(0)
                        < length;
    }

    /** How many signatures of people the file holds, seals and archive timestamps left out. */
    public long signaturesOfPeople() {
        return signatures.stream()
                .filter(signature -> signature.kind() == Kind.SIGNATURE)
                .count();
    }

    /** The file in one word: the worst of what was found. */
    public Verdict verdict() {
        if (signatures.isEmpty()) {
            return problems.isEmpty() ? Verdict.UNSIGNED : Verdict.ALTERED;
        }
        List<Problem> all = new java.util.ArrayList<>(problems);
        signatures.forEach(signature -> all.addAll(signature.problems()));
        if (all.stream().anyMatch(Problem::alters)) {
            return Verdict.ALTERED;
        }
        if (all.stream().anyMatch(problem -> problem.conclusion() == Conclusion.FAILED)) {
            return Verdict.INVALID;
        }
        return signatures.stream().allMatch(signature -> signature.conclusion() == Conclusion.PASSED)
                ? Verdict.VALID
                : Verdict.NOT_PROVABLE;
    }

    /** A file, in one word. */
    public enum Verdict {
        /** Every signature holds, and nothing stands in the file that none of them covers. */
        VALID,
        /** Nothing speaks against a signature, but the file does not prove it (INDETERMINATE): never a yes. */
        NOT_PROVABLE,
        /** A signature fails, though no byte was changed. */
        INVALID,
        /** The bytes are not the signed ones, or something was added that no signature covers. */
        ALTERED,
        UNSIGNED
    }

    /** The main status indications of EN 319 102-1, clause 5.1.3. */
    public enum Conclusion {
        PASSED,
        INDETERMINATE,
        FAILED
    }

    /** What stands in a field. */
    public enum Kind {
        /** A natural person's signature. */
        SIGNATURE,
        /** The service's seal, or another legal person's. */
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

    /** Whose word a certificate rests on. */
    public enum Trust {
        /** This service's own certification authority. */
        OWN,
        /** An authority that the operator has named. */
        NAMED,
        /** Nobody whom this service knows. */
        UNKNOWN
    }

    /** What can be wrong, and what follows from it. */
    public enum Problem {
        /** The file can only be read after repairs, and every reader repairs differently. */
        DAMAGED(Conclusion.FAILED, true),
        /** A later revision changed what was signed: a page, a field, an action. */
        CHANGED(Conclusion.FAILED, true),
        /** Bytes stand behind the last signature. */
        BYTES_BEHIND(Conclusion.FAILED, true),
        /** The byte range does not cover everything but {@code /Contents}, or is not an extension of the one before. */
        BYTE_RANGE(Conclusion.FAILED, true),
        /** The signature is over other bytes. */
        OTHER_BYTES(Conclusion.FAILED, true),
        /** {@code /Contents} holds nothing that is a signature. */
        UNREADABLE(Conclusion.FAILED, false),
        /** The signature value does not hold. */
        BROKEN(Conclusion.FAILED, false),
        /** A timestamp that covers other data, or whose own signature does not hold. */
        TIMESTAMP(Conclusion.FAILED, false),
        /** Revoked before the signature was proved to exist. */
        REVOKED(Conclusion.FAILED, false),
        /** The signature does not name its certificate, or names another (RFC 5035). */
        CERTIFICATE_NOT_NAMED(Conclusion.INDETERMINATE, false),
        /** SHA-1, MD5 or a key that is too short. */
        WEAK_ALGORITHM(Conclusion.INDETERMINATE, false),
        /** The certificate is not for signing documents. */
        NOT_FOR_SIGNING(Conclusion.INDETERMINATE, false),
        /** The certificates lead to no authority that this service knows. */
        UNKNOWN_AUTHORITY(Conclusion.INDETERMINATE, false),
        /** A certificate of the path was not valid at the proven instant, or nothing proves an instant. */
        OUTSIDE_VALIDITY(Conclusion.INDETERMINATE, false),
        /** The timestamp comes from an authority that this service does not know. */
        TIMESTAMP_AUTHORITY(Conclusion.INDETERMINATE, false),
        /** The timestamp authority's certificate had been revoked before anything else proved that the timestamp existed. */
        TIMESTAMP_REVOKED(Conclusion.INDETERMINATE, false),
        /** A kind of signature that this verifier cannot check. */
        UNSUPPORTED(Conclusion.INDETERMINATE, false);

        private final Conclusion conclusion;
        private final boolean alters;

        Problem(Conclusion conclusion, boolean alters) {
            this.conclusion = conclusion;
            this.alters = alters;
        }

        public Conclusion conclusion() {
            return conclusion;
        }

        /** Whether the bytes are not those that were signed. */
        public boolean alters() {
            return alters;
        }
    }

    /**
     * Whom the certificate names.
     *
     * @param name the CN
     * @param organisation the O; empty when there is none
     * @param path names from the certificate up to the authority, as far as the file holds them
     */
    public record Signer(String name, String organisation, List<String> path, Trust trust, Revocation revocation) {

        static final Signer NOBODY = new Signer("", "", List.of(), Trust.UNKNOWN, Revocation.NOT_KNOWN);
    }

    /**
     * One signature, seal or timestamp.
     *
     * @param level null for what is no PAdES baseline signature
     * @param claimedAt what the signer says ({@code /M})
     * @param provenAt the instant of the timestamp that proves it; null when there is none that can be relied on
     * @param coversUpTo length of the revision that it signs, in bytes; 0 when it covers none
     */
    public record VerifiedSignature(
            String fieldName,
            Kind kind,
            SignatureFormat format,
            @Nullable Level level,
            Signer by,
            @Nullable Instant claimedAt,
            @Nullable Instant provenAt,
            long coversUpTo,
            List<Problem> problems) {

        public String signer() {
            return by.name();
        }

        public String organisation() {
            return by.organisation();
        }

        /** The worst of its problems; what the file does not say about revocation is no yes either. */
        public Conclusion conclusion() {
            Conclusion worst = problems.stream()
                    .map(Problem::conclusion)
                    .max(java.util.Comparator.naturalOrder())
                    .orElse(Conclusion.PASSED);
            return worst == Conclusion.PASSED && by.revocation().status() == Revocation.Status.NOT_KNOWN
                    ? Conclusion.INDETERMINATE
                    : worst;
        }
    }
}
