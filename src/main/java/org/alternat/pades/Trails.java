package org.alternat.pades;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alternat.pades.VerificationReport.Trust;
import org.alternat.pki.CertificateChecks;
import org.alternat.pki.CertificateNames;
import org.alternat.pki.TrustAnchors;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The ways from certificates up to their authorities, as far as one file and the trust anchors lead. A file's signatures
 * share most of the way, so each step is checked once.
 */
final class Trails {

    private static final int LONGEST = 8;

    private final TrustAnchors anchors;
    private final Set<X509CertificateHolder> known = new LinkedHashSet<>();
    private final Map<X509CertificateHolder, Optional<X509CertificateHolder>> issuers = new HashMap<>();

    Trails(TrustAnchors anchors) {
        this.anchors = anchors;
        known.addAll(anchors.certificates());
    }

    /** Certificates that travel with the file. They prove nothing by being there; all are added before the first question. */
    void add(Collection<X509CertificateHolder> certificates) {
        known.addAll(certificates);
    }

    /**
     * One way up.
     *
     * @param certificates the certificate first; the last is an anchor, or as far as the file leads
     */
    record Trail(List<X509CertificateHolder> certificates, Trust trust) {

        boolean validAt(Instant at) {
            return certificates.stream().allMatch(certificate -> certificate.isValidOn(Date.from(at)));
        }

        List<String> names() {
            return certificates.stream()
                    .map(certificate -> CertificateNames.attribute(certificate, BCStyle.CN)
                            .or(() -> CertificateNames.attribute(certificate, BCStyle.OU))
                            .or(() -> CertificateNames.attribute(certificate, BCStyle.O))
                            .orElse("?"))
                    .toList();
        }
    }

    Trail of(X509CertificateHolder certificate) {
        List<X509CertificateHolder> way = new ArrayList<>(List.of(certificate));
        while (way.size() <= LONGEST) {
            X509CertificateHolder last = way.get(way.size() - 1);
            if (anchors.certificates().contains(last)) {
                return new Trail(way, anchors.isOwn(last) ? Trust.OWN : Trust.NAMED);
            }
            Optional<X509CertificateHolder> issuer = issuer(last);
            if (issuer.isEmpty() || way.contains(issuer.get())) {
                break;
            }
            way.add(issuer.get());
        }
        return new Trail(way, Trust.UNKNOWN);
    }

    private Optional<X509CertificateHolder> issuer(X509CertificateHolder certificate) {
        return issuers.computeIfAbsent(certificate, of -> known.stream()
                .filter(candidate -> !candidate.equals(of) && CertificateChecks.isIssuedBy(of, candidate))
                .findFirst());
    }
}
