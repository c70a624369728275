package org.alternat.pades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alternat.pades.UploadVerdict.Reason;
import org.alternat.pki.CertificateChecks;
import org.alternat.pki.RevocationEvidence;
import org.alternat.pki.RevocationPlaces;
import org.alternat.pki.RevocationProofs;
import org.alternat.pki.RevocationSource;
import org.alternat.pki.TrustAnchors;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Whether it can be proved, now and so for ever, that no certificate of an upload was revoked. If it cannot now, the finished
 * document would be disputed at the end, when nobody can do anything about it any more (decision 0037).
 */
final class ProvablePaths {

    private final TrustAnchors anchors;
    private final RevocationSource revocation;

    ProvablePaths(TrustAnchors anchors, RevocationSource revocation) {
        this.anchors = anchors;
        this.revocation = revocation;
    }

    /**
     * Asks the authorities.
     *
     * @param paths of the signature and of its timestamp, each from the certificate to the anchor
     * @return everything that proves it
     */
    ValidationData check(List<List<X509CertificateHolder>> paths, Instant at) throws UploadRefusedException {
        Set<X509CertificateHolder> certificates = new LinkedHashSet<>();
        for (List<X509CertificateHolder> path : paths) {
            certificates.addAll(path);
            // Nobody is asked about our own: the lists are made here.
            if (!anchors.isOwn(path.get(path.size() - 1)) && path.stream().anyMatch(this::cannotBeAskedAbout)) {
                throw new UploadRefusedException(Reason.NO_REVOCATION_DATA);
            }
        }
        RevocationProofs proofs = revocation.ask(certificates);
        RevocationEvidence evidence = new RevocationEvidence();
        evidence.add(proofs.lists(), proofs.answers());
        for (List<X509CertificateHolder> path : paths) {
            if (path.size() > 1) {
                check(evidence, path, at, proofs.silent());
            }
        }
        certificates.addAll(proofs.responders());
        return new ValidationData(encoded(certificates), proofs.lists(), proofs.answers());
    }

    private boolean cannotBeAskedAbout(X509CertificateHolder certificate) {
        return !anchors.certificates().contains(certificate)
                && !CertificateChecks.isNeverRevoked(certificate)
                && RevocationPlaces.of(certificate).none();
    }

    private static void check(RevocationEvidence evidence, List<X509CertificateHolder> path, Instant at, boolean silent)
            throws UploadRefusedException {
        switch (evidence.of(path, at).status()) {
            case REVOKED -> throw new UploadRefusedException(Reason.REVOKED);
            case NOT_KNOWN ->
                throw new UploadRefusedException(silent ? Reason.REVOCATION_SILENT : Reason.REVOCATION_NOT_PROVEN);
            case NOT_NEEDED, NOT_REVOKED_BY_LIST, NOT_REVOKED_BY_ANSWER -> {}
        }
    }

    /**
     * Whether the way up stops below an authority that signed itself: then nobody can tell whose certificate it is. Where the
     * missing ones may be fetched is written by who made the file, and whoever believes nothing of it yet goes nowhere for it.
     */
    static boolean endsTooEarly(X509CertificateHolder certificate, Collection<X509CertificateHolder> brought) {
        Set<X509CertificateHolder> seen = new LinkedHashSet<>();
        X509CertificateHolder last = certificate;
        while (seen.add(last)) {
            X509CertificateHolder below = last;
            Optional<X509CertificateHolder> issuer = brought.stream()
                    .filter(candidate -> CertificateChecks.isIssuedBy(below, candidate))
                    .findFirst();
            last = issuer.orElse(last);
        }
        return !last.getSubject().equals(last.getIssuer());
    }

    private static List<byte[]> encoded(Collection<X509CertificateHolder> certificates) {
        List<byte[]> encoded = new ArrayList<>();
        try {
            for (X509CertificateHolder certificate : certificates) {
                if (!CertificateChecks.isNeverRevoked(certificate)) {
                    encoded.add(certificate.getEncoded());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded;
    }
}
