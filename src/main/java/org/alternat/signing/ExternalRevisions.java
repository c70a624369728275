package org.alternat.signing;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.alternat.declaration.Signatory;
import org.alternat.document.HeadLeases;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainReader;
import org.alternat.pades.ChainState;
import org.alternat.pades.ChainWriter;
import org.alternat.pades.InvitedPerson;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.UploadVerdict;
import org.alternat.pades.UploadVerdict.Reason;
import org.alternat.pades.UploadVerdict.Refused;
import org.alternat.pades.UploadedRevisionGate;
import org.alternat.pades.ValidationData;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.VerificationReport.VerifiedSignature;
import org.alternat.pki.RevocationData;
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
    private final ChainWriter writer = new ChainWriter();

    ExternalRevisions(
            TrustAnchors anchors,
            RevocationData revocation,
            SignatureRules rules,
            TimestampAuthority timestamps,
            UploadOpinion opinion,
            Clock clock) {
        this.timestamps = timestamps;
        this.verifier = new SignatureVerifier(anchors, clock);
        this.gate = new UploadedRevisionGate(anchors, revocation, rules, LARGEST_ADDITION);
        this.opinion = opinion;
    }

    /**
     * What the check came to.
     *
     * @param outcome {@link UploadOutcome#RECORDED} when it may be kept
     * @param signature the signature's revision, and behind it a document timestamp of ours when it brought none; nothing when
     *     refused
     * @param authority the name of the authority that issued the certificate; empty when refused
     */
    record Checked(UploadOutcome outcome, List<AppendedRevision> signature, String authority) {

        private static Checked refused(UploadOutcome outcome) {
            return new Checked(outcome, List.of(), "");
        }
    }

    /**
     * Checks everything, which takes its time: nothing here needs the lock of the chain.
     *
     * @param file starts with the current head, byte for byte
     * @throws org.alternat.judge.JudgeUnavailableException when there is no second opinion now
     * @throws org.alternat.pki.TimestampUnavailableException when it needs a timestamp and none can be had now
     */
    Checked check(PdfBytes current, PdfBytes file, Signatory signatory, Instant now) {
        UploadVerdict answer = gate.check(new UploadedRevisionGate.Upload(
                current,
                file,
                SignatureFields.signature(signatory.precedence()),
                new InvitedPerson(signatory.givenName(), signatory.familyName(), Optional.empty()),
                now.minus(HeadLeases.LASTS),
                now));
        if (answer instanceof Refused refused) {
            return Checked.refused(outcome(refused.reason()));
        }
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
        List<AppendedRevision> revisions = revisions(current, file, signature.provenAt() != null);
        if (!opinion.confirms(head(current, revisions), report)) {
            return Checked.refused(UploadOutcome.DISPUTED);
        }
        List<String> path = signature.by().path();
        return new Checked(UploadOutcome.RECORDED, revisions, path.get(path.size() - 1));
    }

    /**
     * When the signature has no timestamp, a document timestamp follows at once in a revision of its own (EN 319 142-1, clause
     * 6.3, level B-T).
     */
    private List<AppendedRevision> revisions(PdfBytes current, PdfBytes file, boolean timestamped) {
        ChainState tip = ChainReader.read(file);
        AppendedRevision signed =
                new AppendedRevision(Arrays.copyOfRange(file.toByteArray(), current.length(), file.length()), tip);
        if (timestamped) {
            return List.of(signed);
        }
        String field = tip.emptyArchiveTimestampField()
                .orElseThrow(() -> new IllegalStateException("no field is left for a timestamp"));
        return List.of(signed, writer.archive(tip, field, new ValidationData(List.of(), List.of()), timestamps));
    }

    private static PdfBytes head(PdfBytes current, List<AppendedRevision> revisions) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(current.toByteArray());
        revisions.forEach(revision -> head.writeBytes(revision.delta()));
        return new PdfBytes(head.toByteArray());
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
