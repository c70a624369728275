package org.alternat.verification.web;

import java.time.Instant;
import java.util.List;
import org.alternat.judge.Indication;
import org.alternat.judge.JudgedSignature;
import org.alternat.judge.JudgedTimestamp;
import org.alternat.judge.Judgement;
import org.alternat.pades.SignatureFormat;
import org.alternat.pades.VerificationReport.Kind;
import org.alternat.pades.VerificationReport.Level;
import org.alternat.pades.VerificationReport.VerifiedSignature;
import org.jspecify.annotations.Nullable;

/** One signature on the page. */
final class SignatureLine {

    private final int number;
    private final VerifiedSignature signature;
    private final int later;
    private final @Nullable Judgement judgement;
    private final boolean named;

    /** @param later how many signatures, seals and timestamps came after it */
    SignatureLine(int number, VerifiedSignature signature, int later, @Nullable Judgement judgement, boolean named) {
        this.number = number;
        this.signature = signature;
        this.later = later;
        this.judgement = judgement;
        this.named = named;
    }

    public int number() {
        return number;
    }

    public String kind() {
        return ResultPage.word(signature.kind());
    }

    public String conclusion() {
        return ResultPage.word(signature.conclusion());
    }

    /** The style of the conclusion's chip. */
    public String chip() {
        return switch (signature.conclusion()) {
            case PASSED -> "done";
            case INDETERMINATE -> "expired";
            case FAILED -> "problem";
        };
    }

    /** Empty when it must not be told or nobody knows. */
    public String name() {
        return named || signature.kind() != Kind.SIGNATURE ? signature.signer() : "";
    }

    public String organisation() {
        return named || signature.kind() != Kind.SIGNATURE ? signature.organisation() : "";
    }

    /** As EN 319 142-1 names it; empty for what is none. */
    public String level() {
        Level level = signature.level();
        return level == null ? "" : "PAdES " + level.name().replace('_', '\u2011');
    }

    public String format() {
        return signature.kind() == Kind.ARCHIVE_TIMESTAMP
                ? "timestamp"
                : signature.format() == SignatureFormat.PADES ? "incomplete" : ResultPage.word(signature.format());
    }

    public @Nullable Instant provenAt() {
        return signature.provenAt();
    }

    public @Nullable Instant claimedAt() {
        return signature.claimedAt();
    }

    public String trust() {
        return ResultPage.word(signature.by().trust());
    }

    /** From the certificate up; the first, which names the person, only when people are named. */
    public List<String> path() {
        List<String> path = signature.by().path();
        return named || path.isEmpty() || signature.kind() != Kind.SIGNATURE ? path : path.subList(1, path.size());
    }

    public String revocation() {
        return ResultPage.word(signature.by().revocation().status());
    }

    public @Nullable Instant revocationAt() {
        Instant revoked = signature.by().revocation().revokedAt();
        return revoked == null ? signature.by().revocation().issuedAt() : revoked;
    }

    public List<String> problems() {
        return ResultPage.words(signature.problems());
    }

    public long coversUpTo() {
        return signature.coversUpTo();
    }

    public int later() {
        return later;
    }

    /** What the judge says of the same field: passed, indeterminate, failed; empty when it says nothing. */
    public String judged() {
        Indication indication = judgedIndication();
        if (indication == null) {
            return "";
        }
        return indication.passed() ? "passed" : indication == Indication.INDETERMINATE ? "indeterminate" : "failed";
    }

    /** Why not, in the words of EN 319 102-1. */
    public String judgedReason() {
        return judgement == null
                ? ""
                : java.util.stream.Stream.concat(
                                judgement.signatures().stream()
                                        .filter(one -> signature.fieldName().equals(one.fieldName()))
                                        .map(JudgedSignature::subIndication),
                                judgement.timestamps().stream()
                                        .filter(one -> signature.fieldName().equals(one.fieldName()))
                                        .map(JudgedTimestamp::subIndication))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse("");
    }

    private @Nullable Indication judgedIndication() {
        if (judgement == null) {
            return null;
        }
        return java.util.stream.Stream.concat(
                        judgement.signatures().stream()
                                .filter(one -> signature.fieldName().equals(one.fieldName()))
                                .map(JudgedSignature::indication),
                        judgement.timestamps().stream()
                                .filter(one -> signature.fieldName().equals(one.fieldName()))
                                .map(JudgedTimestamp::indication))
                .findFirst()
                .orElse(null);
    }
}
