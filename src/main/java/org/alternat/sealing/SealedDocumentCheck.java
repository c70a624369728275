package org.alternat.sealing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.Revisions;
import org.alternat.judge.Judge;
import org.alternat.judge.Judgement;
import org.alternat.judge.Judgements;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nobody receives a sealed file before our own verifier and the judge, who shares no code with it, have found every
 * signature in it whole, and as many of them as the domain says there are.
 */
@Service
public class SealedDocumentCheck {

    private static final Logger log = LoggerFactory.getLogger(SealedDocumentCheck.class);

    /** One cause usually shows in every signature: a few say it, and an organiser reads them. */
    private static final int MOST_TOLD = 3;

    private final Revisions revisions;
    private final Signatories signatories;
    private final Judge judge;
    private final Judgements judgements;
    private final TrustAnchors anchors;
    private final AuditTrail audit;
    private final ArchiveTimestamps archiveTimestamps;
    private final SealDisputes disputes;
    private final SignatureVerifier verifier;

    SealedDocumentCheck(
            Revisions revisions,
            Signatories signatories,
            Judge judge,
            Judgements judgements,
            TrustAnchors anchors,
            AuditTrail audit,
            ArchiveTimestamps archiveTimestamps,
            SealDisputes disputes) {
        this.revisions = revisions;
        this.signatories = signatories;
        this.judge = judge;
        this.judgements = judgements;
        this.anchors = anchors;
        this.audit = audit;
        this.archiveTimestamps = archiveTimestamps;
        this.disputes = disputes;
        this.verifier = new SignatureVerifier(anchors);
    }

    /**
     * Has the sealed document checked twice and keeps the judgement; does nothing when that was done. A file that was disputed
     * before is not judged again as it is: it gets fresh validation data and one more archive timestamp first, which stay only
     * if that settles the dispute.
     *
     * @throws SealedDocumentDisputedException when one of the two does not find it whole
     * @throws org.alternat.judge.JudgeUnavailableException when there is no judgement now
     * @throws org.alternat.pki.TimestampUnavailableException when a disputed file can have no timestamp now
     */
    @Transactional
    public void check(DeclarationId id) {
        PdfBytes sealed = revisions.read(id);
        if (judgements.find(id, sealed.sha256()).isPresent()) {
            return;
        }
        boolean again = disputes.areAbout(id, sealed.sha256());
        if (again) {
            archiveTimestamps.renew(id, sealed.sha256());
        }
        try {
            judge(id, again ? revisions.read(id) : sealed);
        } catch (SealedDocumentDisputedException dispute) {
            if (!again) {
                disputes.keep(id, sealed.sha256());
            }
            throw dispute;
        }
    }

    private void judge(DeclarationId id, PdfBytes file) {
        long expected = signatories.of(id).stream()
                .filter(signatory -> signatory.state() == SignatoryState.SIGNED)
                .count();
        VerificationReport report = verifier.verify(file);
        if (!report.valid()) {
            throw disputed(id, "the verifier finds " + problems(report));
        }
        if (report.signaturesOfPeople() != expected) {
            throw disputed(id, report.signaturesOfPeople() + " signatures in the file, " + expected + " collected");
        }
        Judgement judgement = judge.judge(file, anchors.x509Certificates());
        if (!judgement.allPassed()
                || judgement.signatures().size() + archiveTimestamps(report)
                        != report.signatures().size()) {
            throw disputed(id, "the judge finds " + problems(judgement));
        }
        judgements.keep(id, file.sha256(), judgement);
        audit.append(
                id,
                AuditEvent.byService(
                        AuditEventType.SEALED_DOCUMENT_CHECKED,
                        Map.of(
                                "sha256", file.sha256().hex(),
                                "signatures", Long.toString(expected),
                                "verdict", "TOTAL_PASSED")));
    }

    private static SealedDocumentDisputedException disputed(DeclarationId id, String why) {
        log.error("declaration {}: nobody receives the sealed document, {}", id, why);
        return new SealedDocumentDisputedException(id, why);
    }

    private static long archiveTimestamps(VerificationReport report) {
        return report.signatures().stream()
                .filter(signature -> signature.kind() == VerificationReport.Kind.ARCHIVE_TIMESTAMP)
                .count();
    }

    private static String problems(VerificationReport report) {
        return report.problems() + " "
                + report.signatures().stream()
                        .filter(signature -> !signature.problems().isEmpty())
                        .limit(MOST_TOLD)
                        .map(signature -> signature.fieldName() + " " + signature.problems())
                        .collect(Collectors.joining(", "));
    }

    private static String problems(Judgement judgement) {
        List<String> objections = judgement.objections();
        return objections.isEmpty()
                ? judgement.signatures().size() + " signatures"
                : objections.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
    }
}
