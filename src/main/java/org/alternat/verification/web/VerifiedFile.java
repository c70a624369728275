package org.alternat.verification.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.alternat.judge.Judgement;
import org.alternat.pades.SignatureFormat;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.Revocation;
import org.alternat.verification.CheckedFile;
import org.alternat.verification.HeldFile;
import org.alternat.verification.Opinion;
import org.jspecify.annotations.Nullable;

/** The answer of the API: the verifier's facts by their names, what we hold, and the judge's verdicts. */
@Schema(name = "Verification")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerifiedFile(
        String sha256,
        long length,
        VerificationReport.Verdict verdict,
        List<VerificationReport.Problem> problems,
        boolean extended,
        @Nullable Held held,
        List<Signature> signatures,
        List<VerificationReport.ChangedRevision> revisions,
        Judged judge) {

    static VerifiedFile of(CheckedFile checked) {
        VerificationReport report = checked.report();
        return new VerifiedFile(
                checked.sha256().hex(),
                report.length(),
                report.verdict(),
                report.problems(),
                report.extended(),
                checked.held().map(Held::of).orElse(null),
                report.signatures().stream().map(Signature::of).toList(),
                report.revisions(),
                Judged.of(checked.opinion()));
    }

    /** The file of ours that it is, or begins with. */
    @Schema(name = "VerificationHeldFile")
    record Held(
            String reference,
            String title,
            int revision,
            HeldFile.Match match,
            @Nullable String successor,
            long length) {

        static Held of(HeldFile held) {
            return new Held(
                    held.reference(), held.title(), held.revision(), held.match(), held.successor(), held.length());
        }
    }

    /** One signature, seal or timestamp, in the order in which they were made. */
    @Schema(name = "VerificationSignature")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signature(
            String field,
            VerificationReport.Kind kind,
            VerificationReport.Conclusion conclusion,
            SignatureFormat format,
            VerificationReport.@Nullable Level level,
            String signer,
            String organisation,
            List<String> path,
            VerificationReport.Trust trust,
            Revocation revocation,
            @Nullable Instant claimedAt,
            @Nullable Instant provenAt,
            long coversUpTo,
            List<VerificationReport.Problem> problems) {

        static Signature of(VerificationReport.VerifiedSignature signature) {
            return new Signature(
                    signature.fieldName(),
                    signature.kind(),
                    signature.conclusion(),
                    signature.format(),
                    signature.level(),
                    signature.signer(),
                    signature.organisation(),
                    signature.by().path(),
                    signature.by().trust(),
                    signature.by().revocation(),
                    signature.claimedAt(),
                    signature.provenAt(),
                    signature.coversUpTo(),
                    signature.problems());
        }
    }

    /** The second opinion, with the reports of EN 319 102-1 and TS 119 102-2 as the judge wrote them. */
    @Schema(name = "VerificationJudgement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Judged(
            Opinion.Kind opinion,
            @Nullable Boolean passed,
            @Nullable String simpleReport,
            @Nullable String detailedReport,
            @Nullable String etsiReport) {

        static Judged of(Opinion opinion) {
            Judgement judgement = opinion.judgement();
            return judgement == null
                    ? new Judged(opinion.kind(), null, null, null, null)
                    : new Judged(
                            opinion.kind(),
                            judgement.allPassed(),
                            judgement.simpleReport(),
                            judgement.detailedReport(),
                            judgement.etsiReport());
        }
    }
}
