package org.alternat.pades;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alternat.pades.VerificationReport.ChangedRevision;
import org.alternat.pades.VerificationReport.Problem;
import org.alternat.pades.VerificationReport.VerifiedSignature;
import org.alternat.pki.TimestampToken;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.PdfBytes;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole file, ours or a stranger's, and checks every signature in it, in one pass over its bytes: the byte rule, the
 * CMS, the timestamps, the way to a trust anchor, and what the file carries about revocation. Nothing is fetched. Whether
 * something is qualified (TS 119 615) is not asked.
 */
public final class SignatureVerifier {

    /** No certificate is valid as long as that (the last second of RFC 5280, section 4.1.2.5). */
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T23:59:59Z");

    private static final Set<RevisionChange.Kind> PROOF =
            EnumSet.of(RevisionChange.Kind.VALIDATION_DATA_ADDED, RevisionChange.Kind.EXTENSION_DECLARED);

    /** Some tools write the end of line behind {@code %%EOF} only when the next revision follows. */
    private static final int END_OF_LINE = 2;

    private final TrustAnchors anchors;
    private final @Nullable Clock clock;

    /** For files of ours, which are valid by their timestamps or not at all. */
    public SignatureVerifier(TrustAnchors anchors) {
        this.anchors = anchors;
        this.clock = null;
    }

    /** @param clock what a signature without any timestamp is judged by */
    public SignatureVerifier(TrustAnchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when the file cannot be read as a PDF */
    public VerificationReport verify(PdfBytes file) {
        byte[] bytes = file.toByteArray();
        SignedFile document = SignedFile.read(bytes);
        List<ExaminedField> examined = examine(bytes, document);
        Trails trails = new Trails(anchors);
        EmbeddedRevocation revocation = new EmbeddedRevocation();
        gather(document, examined, trails, revocation);
        List<Problem> problems = new ArrayList<>();
        if (!document.sound()) {
            problems.add(Problem.DAMAGED);
        }
        List<ChangedRevision> revisions = changes(bytes, examined, problems);
        long covered = examined.stream().mapToLong(ExaminedField::covered).max().orElse(0);
        if (!examined.isEmpty() && covered != bytes.length && !addOnlyProof(revisions, covered, bytes.length)) {
            problems.add(Problem.BYTES_BEHIND);
        }
        List<VerifiedSignature> signatures = new Conclusions(
                        trails,
                        revocation.evidence(),
                        document.store() != null,
                        clock == null ? FOR_EVER : clock.instant())
                .of(examined);
        return new VerificationReport(signatures, problems, revisions, bytes.length);
    }

    /**
     * What every revision changed. From the first signature on only that may be added which all who had signed by then let
     * pass: {@link Promises}. Of a file that is not written strictly nothing is told, and the byte rule alone stands for one
     * signature.
     */
    private static List<ChangedRevision> changes(byte[] bytes, List<ExaminedField> fields, List<Problem> problems) {
        long firstSigned = fields.stream()
                .mapToLong(ExaminedField::covered)
                .filter(end -> end > 0)
                .min()
                .orElse(Long.MAX_VALUE);
        List<ChangedRevision> changed = new ArrayList<>();
        try {
            RevisionHistory history = RevisionHistory.read(bytes);
            Promises promises = new Promises();
            for (RevisionHistory.Revision revision : history.revisions()) {
                List<RevisionChange> changes = history.changes(revision.number());
                List<RevisionChange> breaking = revision.end() > firstSigned
                        ? changes.stream()
                                .filter(change -> !promises.allow(change))
                                .toList()
                        : List.of();
                if (revision.number() > 1) {
                    changed.add(new ChangedRevision(revision.number(), revision.end(), changes, breaking));
                }
                if (!breaking.isEmpty() && !problems.contains(Problem.CHANGED)) {
                    problems.add(Problem.CHANGED);
                }
                promises.learn(history.view(revision.number()), changes, revision.number() == 1);
            }
        } catch (MalformedPdfException loose) {
            // With one signature over the whole file nothing has happened since; with more, nobody can tell.
            if (fields.size() > 1 && !problems.contains(Problem.DAMAGED)) {
                problems.add(Problem.DAMAGED);
            }
            return List.of();
        }
        return changed;
    }

    /**
     * Whether what stands behind the last signature is proof and nothing else, in revisions that can be told: every file of
     * level B-LT ends like that (EN 319 142-1, clause 5.4.2), and no later signature need cover it.
     */
    private static boolean addOnlyProof(List<ChangedRevision> revisions, long covered, long length) {
        List<ChangedRevision> later = revisions.stream()
                .filter(revision -> revision.end() > covered + END_OF_LINE)
                .toList();
        return !later.isEmpty()
                && later.get(later.size() - 1).end() == length
                && later.stream()
                        .allMatch(revision -> !revision.changes().isEmpty()
                                && revision.changes().stream().allMatch(change -> PROOF.contains(change.kind())));
    }

    /** In the order in which they end, so that the running digests only ever move forward. */
    private static List<ExaminedField> examine(byte[] bytes, SignedFile document) {
        PrefixDigests digests = new PrefixDigests(bytes);
        List<ExaminedField> examined = new ArrayList<>();
        long covered = 0;
        for (SignedFile.Field field : document.fields()) {
            if (!obeysByteRule(bytes, field) || field.range()[1] < covered) {
                examined.add(ExaminedField.unreadable(field, Problem.BYTE_RANGE));
                continue;
            }
            covered = field.end();
            examined.add(examine(bytes, field, digests));
        }
        return examined;
    }

    private static ExaminedField examine(byte[] bytes, SignedFile.Field field, PrefixDigests digests) {
        int from = (int) field.range()[1];
        int to = (int) field.range()[2];
        byte[] contents = HexDigits.read(bytes, from + 1, to - 1);
        if (contents == null || !Arrays.equals(contents, field.contents())) {
            // The gap is not what a reader takes for the signature.
            return ExaminedField.unreadable(field, Problem.BYTE_RANGE);
        }
        try {
            if (field.isArchiveTimestamp()) {
                TimestampToken token = TimestampToken.parse(CmsContents.withoutPadding(contents));
                token.verifyImprint(digests.around(token.imprintAlgorithm(), from, to, (int) field.end())
                        .orElse(new byte[0]));
                return ExaminedField.timestamp(field, token);
            }
            return ExaminedField.signature(
                    field,
                    ExaminedCms.of(
                            contents,
                            field.format(),
                            algorithm -> digests.around(algorithm, from, to, (int) field.end())));
        } catch (TimestampToken.InvalidTimestampException e) {
            return ExaminedField.unreadable(field, Problem.TIMESTAMP);
        } catch (RevisionRefusedException e) {
            return ExaminedField.unreadable(field, Problem.UNREADABLE);
        }
    }

    private static void gather(
            SignedFile document, List<ExaminedField> examined, Trails trails, EmbeddedRevocation revocation) {
        for (ExaminedField field : examined) {
            trails.add(field.certificates());
            Optional.ofNullable(field.cms()).ifPresent(revocation::add);
        }
        SignedFile.Store store = document.store();
        if (store != null) {
            trails.add(store.certificates().stream()
                    .map(SignatureVerifier::certificate)
                    .flatMap(Optional::stream)
                    .toList());
            revocation.add(store);
        }
    }

    private static Optional<X509CertificateHolder> certificate(byte[] der) {
        try {
            return Optional.of(new X509CertificateHolder(der));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Everything but {@code /Contents}. Whether nothing else hides in the gap shows when it is read. */
    private static boolean obeysByteRule(byte[] bytes, SignedFile.Field field) {
        long[] range = field.range();
        return range.length == 4
                && range[0] == 0
                && range[1] > 0
                && range[2] > range[1] + 1
                && range[3] > 0
                && range[2] <= bytes.length
                && range[3] <= bytes.length - range[2]
                && bytes[(int) range[1]] == '<'
                && bytes[(int) range[2] - 1] == '>';
    }
}
