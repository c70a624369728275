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
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of signatures.
 *
 * @param at what the signature's timestamp proves; null for somebody who did not sign
 * @param level as EN 319 142-1 names it; empty when nobody judged it
 * @param verdict the last part of a message key: passed, doubtful, failed, unknown
 * @param reason why not, in the words of EN 319 102-1; empty for a yes
 */
record SignatureRow(
        int precedence,
        String name,
        String capacity,
        String party,
        @Nullable Instant at,
        String level,
        String verdict,
        String reason) {

    static SignatureRow of(Signatory signatory, List<Party> parties, Optional<Judgement> judgement) {
        String field = SignatureFields.signature(signatory.precedence());
        JudgedSignature judged = judgement.stream()
                .flatMap(whole -> whole.signatures().stream())
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
                judged == null ? "unknown" : verdict(judged.indication()),
                reason == null ? "" : reason);
    }

    /** The style of the verdict's chip. */
    public String chip() {
        return switch (verdict) {
            case "passed" -> "done";
            case "failed" -> "problem";
            case "doubtful" -> "expired";
            default -> "draft";
        };
    }

    private static String verdict(Indication indication) {
        if (indication.passed()) {
            return "passed";
        }
        return indication == Indication.INDETERMINATE ? "doubtful" : "failed";
    }
}
