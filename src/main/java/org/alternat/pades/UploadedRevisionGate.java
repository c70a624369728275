package org.alternat.pades;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.alternat.pades.UploadVerdict.Accepted;
import org.alternat.pades.UploadVerdict.Reason;
import org.alternat.pades.VerificationReport.Level;
import org.alternat.pki.CertificateChecks;
import org.alternat.pki.RevocationSource;
import org.alternat.pki.SignatureRules;
import org.alternat.pki.TimestampToken;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.PdfBytes;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Decides whether a file that a signatory has signed elsewhere may become the head of the chain. It works on the whole file
 * and believes nothing that it has not seen: {@link RevisionGate} is its sibling for revisions of our own.
 */
public final class UploadedRevisionGate {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final TrustAnchors anchors;
    private final RevocationSource revocation;
    private final SignatureRules rules;
    private final int largestIncrement;

    /** @param largestIncrement how many bytes a signature with its appearance may add */
    public UploadedRevisionGate(
            TrustAnchors anchors, RevocationSource revocation, SignatureRules rules, int largestIncrement) {
        this.anchors = anchors;
        this.revocation = revocation;
        this.rules = rules;
        this.largestIncrement = largestIncrement;
    }

    /**
     * What came in, and what was asked for.
     *
     * @param head the bytes that the signatory was given
     * @param fieldName the field of this signatory
     * @param invitedAt no timestamp may be older than the link
     * @param receivedAt nor younger than the upload
     */
    public record Upload(
            PdfBytes head,
            PdfBytes file,
            String fieldName,
            InvitedPerson person,
            Instant invitedAt,
            Instant receivedAt) {}

    /** Checks every rule, the cheap ones first; the first one that is broken is the answer. */
    public UploadVerdict check(Upload upload) {
        try {
            if (upload.file().length() > (long) upload.head().length() + largestIncrement) {
                throw new UploadRefusedException(Reason.TOO_LARGE);
            }
            byte[] file = upload.file().toByteArray();
            UploadedIncrement.Gap gap =
                    new UploadedIncrement(upload.head().toByteArray(), file).check(upload.fieldName());
            UploadedSignature signature = UploadedSignature.parse(gap.contents());
            checkAlgorithms(signature);
            signature.verify(file, gap.from(), gap.to());
            Accepted accepted = accept(upload, signature);
            if (PageRendering.firstDifference(upload.head().toByteArray(), file, upload.fieldName())
                    .isPresent()) {
                throw new UploadRefusedException(Reason.LOOKS_DIFFERENT);
            }
            return accepted;
        } catch (UploadRefusedException e) {
            return e.outcome();
        } catch (MalformedPdfException e) {
            return new UploadVerdict.Refused(Reason.NOT_READABLE, List.of());
        }
    }

    private void checkAlgorithms(UploadedSignature signature) throws UploadRefusedException {
        if (!rules.allowsKey(signature.certificate().getSubjectPublicKeyInfo())) {
            throw new UploadRefusedException(Reason.WEAK_ALGORITHM);
        }
        if (!SignatureRules.isForSigning(signature.certificate())) {
            throw new UploadRefusedException(Reason.NOT_FOR_SIGNING);
        }
    }

    private Accepted accept(Upload upload, UploadedSignature signature) throws UploadRefusedException {
        Optional<TimestampToken> timestamp = signature.timestamp();
        Instant at = timestamp.map(TimestampToken::instant).orElse(upload.receivedAt());
        List<List<X509CertificateHolder>> paths = new ArrayList<>(List.of(path(signature, at)));
        if (!upload.person().isNamedBy(signature.certificate())) {
            throw new UploadRefusedException(Reason.WRONG_PERSON);
        }
        if (timestamp.isPresent()) {
            paths.add(path(timestamp.get()));
            if (at.isBefore(upload.invitedAt().minus(CLOCK_TOLERANCE))
                    || at.isAfter(upload.receivedAt().plus(CLOCK_TOLERANCE))) {
                throw new UploadRefusedException(Reason.OUTSIDE_WINDOW);
            }
        }
        ValidationData data = new ProvablePaths(anchors, revocation).check(paths, at);
        return new Accepted(timestamp.isPresent() ? Level.B_T : Level.B_B, at, data);
    }

    private List<X509CertificateHolder> path(UploadedSignature signature, Instant at) throws UploadRefusedException {
        if (!signature.certificate().isValidOn(Date.from(at))) {
            throw new UploadRefusedException(Reason.EXPIRED);
        }
        List<X509CertificateHolder> path = CertificateChecks.path(
                        signature.certificate(), signature.certificates(), anchors.certificates(), at)
                .orElseThrow(() -> new UploadRefusedException(
                        ProvablePaths.endsTooEarly(signature.certificate(), signature.certificates())
                                ? Reason.INCOMPLETE_CHAIN
                                : Reason.UNKNOWN_AUTHORITY));
        for (X509CertificateHolder certificate : path.subList(0, path.size() - 1)) {
            if (!rules.allowsKey(certificate.getSubjectPublicKeyInfo()) || !rules.allowsSignatureOn(certificate)) {
                throw new UploadRefusedException(Reason.WEAK_ALGORITHM);
            }
        }
        return path;
    }

    private List<X509CertificateHolder> path(TimestampToken token) throws UploadRefusedException {
        try {
            return CertificateChecks.path(token.signer(), token.certificates(), anchors.certificates(), token.instant())
                    .orElseThrow(() -> new UploadRefusedException(Reason.BAD_TIMESTAMP));
        } catch (TimestampToken.InvalidTimestampException e) {
            throw new UploadRefusedException(Reason.BAD_TIMESTAMP);
        }
    }
}
