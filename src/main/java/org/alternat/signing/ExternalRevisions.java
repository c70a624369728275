package org.alternat.signing;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.alternat.declaration.Signatory;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainReader;
import org.alternat.pades.ChainState;
import org.alternat.pades.ChainWriter;
import org.alternat.pades.RevisionChange;
import org.alternat.pades.RevisionHistory;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.ValidationData;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.VerificationReport.Conclusion;
import org.alternat.pades.VerificationReport.Problem;
import org.alternat.pades.VerificationReport.VerifiedSignature;
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

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final Set<RevisionChange.Kind> SIGNS = Set.of(
            RevisionChange.Kind.CERTIFICATION_ADDED,
            RevisionChange.Kind.SIGNATURE_ADDED,
            RevisionChange.Kind.SIGNATURE_FIELD_ADDED,
            RevisionChange.Kind.VISIBLE_FIELD_ADDED,
            RevisionChange.Kind.TIMESTAMP_ADDED);

    private final Revisions revisions;
    private final TimestampAuthority timestamps;
    private final SignatureVerifier verifier;
    private final ChainWriter writer = new ChainWriter();

    ExternalRevisions(Revisions revisions, TimestampAuthority timestamps, TrustAnchors anchors, Clock clock) {
        this.revisions = revisions;
        this.timestamps = timestamps;
        this.verifier = new SignatureVerifier(anchors, clock);
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
        if (file.length() == current.length()) {
            return Checked.refused(UploadOutcome.NOT_SIGNED);
        }
        String field = SignatureFields.signature(signatory.precedence());
        VerificationReport report;
        UploadOutcome structure;
        try {
            structure = structure(current, file, field);
            report = verifier.verify(file);
        } catch (IllegalArgumentException unreadable) {
            return Checked.refused(UploadOutcome.DAMAGED);
        }
        if (structure != UploadOutcome.RECORDED) {
            return Checked.refused(structure);
        }
        List<VerifiedSignature> before = verifier.verify(current).signatures();
        List<VerifiedSignature> after = report.signatures();
        if (after.size() != before.size() + 1 || !report.problems().isEmpty() || !unchanged(before, after)) {
            return Checked.refused(UploadOutcome.NOT_VALID);
        }
        return checked(after.get(before.size()), field, signatory, now);
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

    /** One revision more, and nothing in it but a signature in the field that was made for this person. */
    private static UploadOutcome structure(PdfBytes current, PdfBytes file, String field) {
        RevisionHistory history = RevisionHistory.read(file);
        int last = history.revisions().size();
        if (last != RevisionHistory.read(current).revisions().size() + 1) {
            return UploadOutcome.NOT_ONE_SIGNATURE;
        }
        List<RevisionChange> changes = history.changes(last);
        List<RevisionChange> signed =
                changes.stream().filter(change -> SIGNS.contains(change.kind())).toList();
        if (signed.isEmpty()) {
            return changes.stream().allMatch(RevisionChange::permitted)
                    ? UploadOutcome.NOT_SIGNED
                    : UploadOutcome.CHANGED;
        }
        if (signed.size() > 1) {
            return UploadOutcome.NOT_ONE_SIGNATURE;
        }
        if (signed.get(0).kind() != RevisionChange.Kind.SIGNATURE_ADDED
                || !field.equals(signed.get(0).subject())) {
            return UploadOutcome.WRONG_FIELD;
        }
        return changes.stream().allMatch(RevisionChange::permitted) ? UploadOutcome.RECORDED : UploadOutcome.CHANGED;
    }

    private static Checked checked(VerifiedSignature signature, String field, Signatory signatory, Instant now) {
        UploadOutcome wrong = wrong(signature);
        if (wrong != null) {
            return Checked.refused(wrong);
        }
        if (!field.equals(signature.fieldName())) {
            return Checked.refused(UploadOutcome.WRONG_FIELD);
        }
        if (!names(signature.signer(), signatory)) {
            return Checked.refused(UploadOutcome.WRONG_PERSON);
        }
        Instant proven = signature.provenAt();
        if (proven != null
                && Duration.between(proven, now)
                                .abs()
                                .compareTo(org.alternat.document.HeadLeases.LASTS.plus(CLOCK_TOLERANCE))
                        > 0) {
            return Checked.refused(UploadOutcome.TIMESTAMP);
        }
        List<String> path = signature.by().path();
        return new Checked(UploadOutcome.RECORDED, proven != null, path.get(path.size() - 1));
    }

    /** The first reason, the gravest first; null when there is none. */
    private static @org.jspecify.annotations.Nullable UploadOutcome wrong(VerifiedSignature signature) {
        List<Problem> problems = signature.problems();
        if (signature.kind() != VerificationReport.Kind.SIGNATURE
                || signature.by().trust() == VerificationReport.Trust.OWN) {
            return UploadOutcome.UNKNOWN_AUTHORITY;
        }
        if (problems.contains(Problem.WEAK_ALGORITHM)) {
            return UploadOutcome.WEAK_ALGORITHM;
        }
        if (problems.contains(Problem.TIMESTAMP) || problems.contains(Problem.TIMESTAMP_AUTHORITY)) {
            return UploadOutcome.TIMESTAMP;
        }
        if (problems.contains(Problem.REVOKED)) {
            return UploadOutcome.REVOKED;
        }
        if (problems.contains(Problem.NOT_FOR_SIGNING)) {
            return UploadOutcome.NOT_FOR_SIGNING;
        }
        if (problems.stream().anyMatch(problem -> problem.conclusion() == Conclusion.FAILED)
                || signature.level() == null) {
            return UploadOutcome.NOT_VALID;
        }
        return problems.isEmpty() ? null : UploadOutcome.UNKNOWN_AUTHORITY;
    }

    /** Every word of the family name and the first given name stand in the certificate's name, accents and case aside. */
    private static boolean names(String certificate, Signatory signatory) {
        Set<String> words = new HashSet<>(words(certificate));
        return words.containsAll(words(signatory.familyName()))
                && words(signatory.givenName()).stream().limit(1).allMatch(words::contains);
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Stream.of(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
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
