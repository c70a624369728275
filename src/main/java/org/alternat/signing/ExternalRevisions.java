package org.alternat.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.alternat.declaration.Signatory;
import org.alternat.document.HeadLeases;
import org.alternat.document.RevisionKind;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainReader;
import org.alternat.pades.ChainState;
import org.alternat.pades.ChainWriter;
import org.alternat.pades.InvitedPerson;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.UploadVerdict;
import org.alternat.pades.UploadVerdict.Accepted;
import org.alternat.pades.UploadVerdict.Reason;
import org.alternat.pades.UploadVerdict.Refused;
import org.alternat.pades.UploadedRevisionGate;
import org.alternat.pades.ValidationData;
import org.alternat.pades.ValidationDataCollector;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.VerificationReport.VerifiedSignature;
import org.alternat.pki.RevocationSource;
import org.alternat.pki.SignatureRules;
import org.alternat.pki.TimestampAuthority;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.PdfBytes;
import org.springframework.stereotype.Component;

/**
 * Whether a file is the circulated one with exactly one signature more: of the invited person, in their field, by a
 * certificate of an authority that the operator has named.
 */
@Component
class ExternalRevisions {

    /** As much as a signature with its picture, its chain and its revocation data may add. */
    static final int LARGEST_ADDITION = 1 << 20;

    private final SignatureVerifier verifier;
    private final UploadedRevisionGate gate;
    private final TimestampAuthority timestamps;
    private final UploadOpinion opinion;
    private final ValidationDataCollector validationData;
    private final ChainWriter writer = new ChainWriter();

    ExternalRevisions(
            TrustAnchors anchors,
            RevocationSource revocation,
            SignatureRules rules,
            TimestampAuthority timestamps,
            UploadOpinion opinion,
            Clock clock) {
        this.timestamps = timestamps;
        this.verifier = new SignatureVerifier(anchors, clock);
        this.gate = new UploadedRevisionGate(anchors, revocation, rules, LARGEST_ADDITION);
        this.opinion = opinion;
        this.validationData = new ValidationDataCollector(revocation, timestamps);
    }

    /**
     * What the check came to.
     *
     * @param outcome {@link UploadOutcome#RECORDED} when it may be kept
     * @param additions the signature's revision, and behind it what proves it for ever; nothing when refused
     * @param authority the name of the authority that issued the certificate; empty when refused
     */
    record Checked(UploadOutcome outcome, List<Addition> additions, String authority) {

        private static Checked refused(UploadOutcome outcome) {
            return new Checked(outcome, List.of(), "");
        }
    }

    /** One revision that the chain gets. */
    record Addition(RevisionKind kind, AppendedRevision revision) {}

    /**
     * Checks everything, which takes its time: nothing here needs the lock of the chain.
     *
     * @param file starts with the current head, byte for byte
     * @throws org.alternat.judge.JudgeUnavailableException when there is no second opinion now
     * @throws org.alternat.pki.TimestampUnavailableException when it needs a timestamp and none can be had now
     */
    Checked check(PdfBytes current, PdfBytes file, Signatory signatory, Instant now) {
        String field = SignatureFields.signature(signatory.precedence());
        UploadVerdict answer = gate.check(new UploadedRevisionGate.Upload(
                current,
                file,
                field,
                new InvitedPerson(signatory.givenName(), signatory.familyName(), Optional.empty()),
                now.minus(HeadLeases.LASTS),
                now));
        if (answer instanceof Refused refused) {
            return Checked.refused(outcome(refused.reason()));
        }
        return compare(current, file, field, ((Accepted) answer).validationData());
    }

    /** What the gate accepts, our verifier and the judge must find valid too. */
    private Checked compare(PdfBytes current, PdfBytes file, String field, ValidationData data) {
        VerificationReport report = verifier.verify(file);
        List<VerifiedSignature> before = verifier.verify(current).signatures();
        List<VerifiedSignature> after = report.signatures();
        if (after.size() != before.size() + 1 || !report.problems().isEmpty() || !unchanged(before, after)) {
            return Checked.refused(UploadOutcome.NOT_VALID);
        }
        VerifiedSignature signature = after.get(before.size());
        // Certificates of our own are made for one signature that we make ourselves.
        if (signature.by().trust() == VerificationReport.Trust.OWN) {
            return Checked.refused(UploadOutcome.UNKNOWN_AUTHORITY);
        }
        List<Addition> additions = additions(current, file, data, signature.provenAt() != null);
        Addition last = additions.get(additions.size() - 1);
        PdfBytes head = additions.size() == 1 ? file : last.revision().behind(file);
        PdfBytes atTheEnd = atTheEnd(head, last.revision().state(), data);
        PdfBytes covered = last.kind() == RevisionKind.ARCHIVE_TIMESTAMP ? head : file;
        List<String> path = signature.by().path();
        return switch (opinion.on(atTheEnd, field, atTheEnd.length() - covered.length(), report)) {
            case YES -> new Checked(UploadOutcome.RECORDED, additions, path.get(path.size() - 1));
            case NO -> Checked.refused(UploadOutcome.DISPUTED);
            case NOT_YET -> Checked.refused(UploadOutcome.REVOCATION_SILENT);
        };
    }

    /**
     * When the signature has no timestamp, a document timestamp follows at once in a revision of its own (EN 319 142-1, clause
     * 6.3, level B-T), with what the authorities say now. Otherwise that stands there alone: at the seal the certificate may have
     * ended, and nobody need say anything about it any more.
     */
    private List<Addition> additions(PdfBytes current, PdfBytes file, ValidationData data, boolean timestamped) {
        ChainState tip = ChainReader.read(file);
        Addition signature = new Addition(
                RevisionKind.SIGNATURE,
                new AppendedRevision(Arrays.copyOfRange(file.toByteArray(), current.length(), file.length()), tip));
        if (!timestamped) {
            String field = tip.emptyArchiveTimestampField()
                    .orElseThrow(() -> new IllegalStateException("no field is left for a timestamp"));
            return List.of(
                    signature,
                    new Addition(RevisionKind.ARCHIVE_TIMESTAMP, writer.archive(tip, field, data, timestamps)));
        }
        return data.provesRevocation()
                ? List.of(signature, new Addition(RevisionKind.VALIDATION_DATA, writer.validationData(tip, data)))
                : List.of(signature);
    }

    /** With all that the finished file will carry: what cannot be proved with it now cannot be proved at the end either. */
    private PdfBytes atTheEnd(PdfBytes head, ChainState tip, ValidationData data) {
        return writer.validationData(tip, validationData.collectShared(head, data))
                .behind(head);
    }

    private static UploadOutcome outcome(Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> UploadOutcome.TOO_LARGE;
            case NOT_READABLE -> UploadOutcome.DAMAGED;
            case NOT_SIGNED -> UploadOutcome.NOT_SIGNED;
            case STALE, REWRITTEN -> UploadOutcome.OTHER_DOCUMENT;
            case NOT_ONE_REVISION, SEVERAL_SIGNATURES -> UploadOutcome.NOT_ONE_SIGNATURE;
            case VALIDATION_DATA_BEHIND -> UploadOutcome.VALIDATION_DATA_BEHIND;
            case WRONG_FIELD -> UploadOutcome.WRONG_FIELD;
            case DOCUMENT_CHANGED, LOOKS_DIFFERENT -> UploadOutcome.CHANGED;
            case NOT_COVERED, NOT_BASELINE, BROKEN -> UploadOutcome.NOT_VALID;
            case WEAK_ALGORITHM -> UploadOutcome.WEAK_ALGORITHM;
            case NOT_FOR_SIGNING -> UploadOutcome.NOT_FOR_SIGNING;
            case UNKNOWN_AUTHORITY -> UploadOutcome.UNKNOWN_AUTHORITY;
            case INCOMPLETE_CHAIN -> UploadOutcome.INCOMPLETE_CHAIN;
            case NO_REVOCATION_DATA -> UploadOutcome.NO_REVOCATION_DATA;
            case REVOCATION_SILENT -> UploadOutcome.REVOCATION_SILENT;
            case REVOCATION_NOT_PROVEN -> UploadOutcome.REVOCATION_NOT_PROVEN;
            case EXPIRED -> UploadOutcome.EXPIRED;
            case REVOKED -> UploadOutcome.REVOKED;
            case WRONG_PERSON -> UploadOutcome.WRONG_PERSON;
            case BAD_TIMESTAMP, OUTSIDE_WINDOW -> UploadOutcome.TIMESTAMP;
        };
    }

    private static boolean unchanged(List<VerifiedSignature> before, List<VerifiedSignature> after) {
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).fieldName().equals(after.get(i).fieldName())
                    || before.get(i).coversUpTo() != after.get(i).coversUpTo()
                    || !before.get(i).problems().equals(after.get(i).problems())) {
                return false;
            }
        }
        return true;
    }
}
