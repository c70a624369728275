package org.alternat.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.alternat.declaration.Signatory;
import org.alternat.document.HeadLeases;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
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
 * certificate of an authority that the operator has named. And the way of such a file into the chain.
 */
@Component
class ExternalRevisions {

    /** As much as a signature with its picture, its chain and its revocation data may add. */
    static final int LARGEST_ADDITION = 1 << 20;

    private final Revisions revisions;
    private final TimestampAuthority timestamps;
    private final SignatureVerifier verifier;
    private final UploadedRevisionGate gate;
    private final ChainWriter writer = new ChainWriter();

    ExternalRevisions(
            Revisions revisions,
            TimestampAuthority timestamps,
            TrustAnchors anchors,
            RevocationData revocation,
            SignatureRules rules,
            Clock clock) {
        this.revisions = revisions;
        this.timestamps = timestamps;
        this.verifier = new SignatureVerifier(anchors, clock);
        this.gate = new UploadedRevisionGate(anchors, revocation, rules, LARGEST_ADDITION);
    }

    /**
     * What the check came to.
     *
     * @param outcome {@link UploadOutcome#RECORDED} when it may be kept
     * @param timestamped whether the signature brings a timestamp of its own
     * @param authority the name of the authority that issued the certificate; empty when refused
     */
    record Checked(UploadOutcome outcome, boolean timestamped, String authority) {

        private static Checked refused(UploadOutcome outcome) {
            return new Checked(outcome, false, "");
        }
    }

    /** @param file starts with the current head, byte for byte */
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
        List<String> path = signature.by().path();
        return new Checked(UploadOutcome.RECORDED, signature.provenAt() != null, path.get(path.size() - 1));
    }

    private static UploadOutcome outcome(Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> UploadOutcome.TOO_LARGE;
            case NOT_READABLE -> UploadOutcome.DAMAGED;
            case NOT_SIGNED -> UploadOutcome.NOT_SIGNED;
            case STALE, REWRITTEN -> UploadOutcome.OTHER_DOCUMENT;
            case NOT_ONE_REVISION, VALIDATION_DATA_BEHIND, SEVERAL_SIGNATURES -> UploadOutcome.NOT_ONE_SIGNATURE;
            case WRONG_FIELD -> UploadOutcome.WRONG_FIELD;
            case DOCUMENT_CHANGED -> UploadOutcome.CHANGED;
            case NOT_COVERED, NOT_BASELINE, BROKEN -> UploadOutcome.NOT_VALID;
            case WEAK_ALGORITHM -> UploadOutcome.WEAK_ALGORITHM;
            case NOT_FOR_SIGNING -> UploadOutcome.NOT_FOR_SIGNING;
            case UNKNOWN_AUTHORITY, EXPIRED -> UploadOutcome.UNKNOWN_AUTHORITY;
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

    /**
     * Puts a file that passed behind the locked head; when its signature has no timestamp, a document timestamp follows at
     * once in a revision of its own (EN 319 142-1, clause 6.3, level B-T).
     *
     * @return the revision of the signature
     */
    Revisions.Head append(Revisions.Head head, PdfBytes file, Checked checked) {
        byte[] bytes = file.toByteArray();
        int from = revisions.read(head.declarationId(), head.number()).length();
        AppendedRevision revision =
                new AppendedRevision(Arrays.copyOfRange(bytes, from, bytes.length), ChainReader.read(file));
        Revisions.Head signed = revisions.append(head, RevisionKind.SIGNATURE, revision);
        if (!checked.timestamped()) {
            ChainState tip = revision.state();
            String field = tip.emptyArchiveTimestampField()
                    .orElseThrow(() -> new IllegalStateException("no field is left for a timestamp"));
            revisions.append(
                    signed,
                    RevisionKind.ARCHIVE_TIMESTAMP,
                    writer.archive(tip, field, new ValidationData(List.of(), List.of()), timestamps));
        }
        return signed;
    }
}
