package org.alternat.pki;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;

/** Where the lists that speak of certificates come from: {@link RevocationData} asks for them. */
@FunctionalInterface
public interface RevocationLists {

    /** The lists in DER that can be had; none for a certificate whose list cannot. */
    List<byte[]> listsFor(Collection<X509CertificateHolder> certificates);

    /** What the lists say of a path. */
    enum Status {
        GOOD,
        REVOKED,
        /** No list could be had for at least one certificate. */
        NOT_KNOWN
    }

    /**
     * Asks whether a certificate of the path was revoked at an instant. Lists are believed only with the issuer's signature
     * on them (RFC 5280, section 6.3.3).
     *
     * @param path the certificate first, the anchor last, as {@link CertificateChecks#path} gives it
     */
    default Status statusOf(List<X509CertificateHolder> path, Instant at) {
        List<byte[]> lists = listsFor(path.subList(0, path.size() - 1));
        Status status = Status.GOOD;
        for (int i = 0; i < path.size() - 1; i++) {
            X509CertificateHolder certificate = path.get(i);
            if (CertificateChecks.isNeverRevoked(certificate)) {
                continue;
            }
            boolean known = false;
            for (byte[] der : lists) {
                Optional<X509CRLHolder> list = list(der, path.get(i + 1));
                known |= list.isPresent();
                X509CRLEntryHolder entry = list.map(l -> l.getRevokedCertificate(certificate.getSerialNumber()))
                        .orElse(null);
                if (entry != null && !entry.getRevocationDate().toInstant().isAfter(at)) {
                    return Status.REVOKED;
                }
            }
            status = known ? status : Status.NOT_KNOWN;
        }
        return status;
    }

    private static Optional<X509CRLHolder> list(byte[] der, X509CertificateHolder issuer) {
        try {
            X509CRLHolder list = new X509CRLHolder(der);
            return list.getIssuer().equals(issuer.getSubject())
                            && list.isSignatureValid(CertificateChecks.contentVerifier(issuer))
                    ? Optional.of(list)
                    : Optional.empty();
        } catch (IOException | CertException | OperatorCreationException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
