package org.alternat.archive.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.alternat.judge.Indication;
import org.alternat.judge.JudgedSignature;
import org.alternat.judge.Judgement;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.VerificationReport.Conclusion;
import org.alternat.pades.VerificationReport.VerifiedSignature;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of signatures.
 *
 * @param at what the signature's timestamp proves; null for somebody who did not sign
 * @param level as EN 319 142-1 names it; empty when nobody judged it
 * @param verdict the last part of a message key: passed, doubtful, failed, unknown
 * @param reason why not, in the words of EN 319 102-1; empty for a yes
 * @param now what our own verifier finds in the kept document today, worded as the verdict
 * @param path names from the signatory's certificate up to the authority
 */
record SignatureRow(
        int precedence,
        String name,
        String capacity,
        String party,
        @Nullable Instant at,
        String level,
        String verdict,
        String reason,
        String now,
        List<String> path) {

    private static final String UNKNOWN = "unknown";

    static SignatureRow of(
            Signatory signatory, List<Party> parties, Optional<Judgement> judgement, VerificationReport report) {
        String field = SignatureFields.signature(signatory.precedence());
        JudgedSignature judged = judgement.stream()
                .flatMap(whole -> whole.signatures().stream())
                .filter(signature -> field.equals(signature.fieldName()))
                .findFirst()
                .orElse(null);
        VerifiedSignature today = report.signatures().stream()
                .filter(signature -> field.equals(signature.fieldName()))
                .findFirst()
                .orElse(null);
        Instant proven = judged == null ? null : judged.bestSignatureTime();
        String reason = judged == null || judged.passed() ? null : judged.subIndication();
        return new SignatureRow(
                signatory.precedence(),
                signatory.fullName(),
                signatory.capacity(),
                parties.stream()
                        .filter(party -> party.id().equals(signatory.partyId()))
                        .map(Party::name)
                        .findFirst()
                        .orElse(""),
                proven == null ? signatory.signedAt() : proven,
                judged == null ? "" : judged.level().replace("PAdES-BASELINE-", "PAdES B\u2011"),
                judged == null ? UNKNOWN : verdict(judged.indication()),
                reason == null ? "" : reason,
                today == null ? UNKNOWN : verdict(today.conclusion()),
                today == null ? List.of() : today.by().path());
    }

    /** The style of a verdict's chip. */
    public String chip(String verdict) {
        return switch (verdict) {
            case "passed" -> "done";
            case "failed" -> "problem";
            case "doubtful" -> "expired";
            default -> "draft";
        };
    }

    private static String verdict(Conclusion conclusion) {
        return switch (conclusion) {
            case PASSED -> "passed";
            case INDETERMINATE -> "doubtful";
            case FAILED -> "failed";
        };
    }

    private static String verdict(Indication indication) {
        if (indication.passed()) {
            return "passed";
        }
        return indication == Indication.INDETERMINATE ? "doubtful" : "failed";
    }
}
