package org.alternat.verification;

import java.util.Optional;
import org.alternat.judge.Judge;
import org.alternat.judge.JudgeBusyException;
import org.alternat.judge.JudgeUnavailableException;
import org.alternat.judge.Judgement;
import org.alternat.judge.UnjudgeableFileException;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.PdfBytes;
import org.alternat.verification.Opinion.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Asks the judge about a visitor's file. That there is no answer is an answer too, and spoils nothing else. */
@Service
class SecondOpinion {

    private static final Logger log = LoggerFactory.getLogger(SecondOpinion.class);

    private final Judge judge;
    private final TrustAnchors anchors;

    SecondOpinion(Judge judge, TrustAnchors anchors) {
        this.judge = judge;
        this.anchors = anchors;
    }

    Opinion on(PdfBytes file, VerificationReport report, Optional<HeldFile> held) {
        if (report.signatures().isEmpty()) {
            return new Opinion(Kind.NOT_ASKED, null);
        }
        try {
            Judgement judgement = judge.judgeForVisitor(file, anchors.x509Certificates());
            boolean agree = judgement.allPassed() == (report.verdict() == VerificationReport.Verdict.VALID);
            if (!agree && held.isPresent()) {
                log.error(
                        "The verifier calls revision {} of {} {}, the judge finds {}",
                        held.get().revision(),
                        held.get().reference(),
                        report.verdict(),
                        judgement.objections());
            }
            return new Opinion(agree ? Kind.AGREES : Kind.DISAGREES, judgement);
        } catch (JudgeBusyException e) {
            return new Opinion(Kind.BUSY, null);
        } catch (JudgeUnavailableException e) {
            log.warn("No judgement on a visitor's file of {} bytes: {}", file.length(), e.getMessage());
            return new Opinion(Kind.UNAVAILABLE, null);
        } catch (UnjudgeableFileException e) {
            return new Opinion(Kind.UNREADABLE, null);
        }
    }
}
