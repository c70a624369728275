package org.alternat.signing;

import org.alternat.judge.Judge;
import org.alternat.judge.JudgeUnavailableException;
import org.alternat.judge.Judgement;
import org.alternat.judge.UnjudgeableFileException;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.PdfBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The judge's opinion on a file that was signed elsewhere, before it becomes the head. At the end everybody's file is judged
 * too; a signature that would not pass then must not be taken now, when its signatory is there and can do something about it.
 */
@Component
class UploadOpinion {

    private static final Logger log = LoggerFactory.getLogger(UploadOpinion.class);

    private final Judge judge;
    private final TrustAnchors anchors;

    UploadOpinion(Judge judge, TrustAnchors anchors) {
        this.judge = judge;
        this.anchors = anchors;
    }

    /** What the judge says. */
    enum Word {
        YES,
        NO,
        /** A timestamp's authority did not say now what it has revoked. */
        NOT_YET
    }

    /**
     * Whether the judge finds what our verifier finds.
     *
     * @param file with everything that the new signature will have with it at the end
     * @param fieldName of the new signature: of this one nothing may be left open
     * @param behind how many bytes of proof stand behind the last signature or timestamp
     * @param report what our verifier finds
     * @throws JudgeUnavailableException when there is no opinion: it is not taken for a yes
     */
    Word on(PdfBytes file, String fieldName, long behind, VerificationReport report) {
        long found = report.signatures().stream()
                .filter(signature -> signature.kind() != VerificationReport.Kind.ARCHIVE_TIMESTAMP)
                .count();
        try {
            Judgement judgement = judge.judge(file, anchors.x509Certificates());
            boolean confirmed = judgement.accepts(fieldName, behind)
                    && judgement.signatures().size() == found;
            if (!confirmed) {
                log.error(
                        "The gate lets an upload of {} bytes pass, the judge finds {} signatures of {}, {}",
                        file.length(),
                        judgement.signatures().size(),
                        found,
                        judgement.objections());
            }
            return confirmed ? Word.YES : judgement.lacksProofOfTimestamps(fieldName) ? Word.NOT_YET : Word.NO;
        } catch (UnjudgeableFileException unreadable) {
            log.error("The gate lets an upload of {} bytes pass that the judge cannot read", file.length());
            return Word.NO;
        }
    }
}
