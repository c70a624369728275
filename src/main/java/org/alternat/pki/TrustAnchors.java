package org.alternat.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.core.io.Resource;

/** The certificates that a chain may end in: the service's own CAs, the retired ones too, and those that the operator names. */
public final class TrustAnchors {

    private final List<X509CertificateHolder> certificates;
    private final List<X509CertificateHolder> named;
    private final Set<X509CertificateHolder> own;

    TrustAnchors(Collection<X509CertificateHolder> own, Collection<Resource> named) {
        List<X509CertificateHolder> read = new ArrayList<>();
        for (Resource resource : named) {
            read.addAll(read(resource));
        }
        this.named = List.copyOf(read);
        List<X509CertificateHolder> all = new ArrayList<>(own);
        all.addAll(read);
        this.certificates = List.copyOf(all);
        this.own = Set.copyOf(own);
    }

    /** Those that the operator names. */
    List<X509CertificateHolder> named() {
        return named;
    }

    public List<X509CertificateHolder> certificates() {
        return certificates;
    }

    /** Whether it is an authority that this service runs itself. */
    public boolean isOwn(X509CertificateHolder certificate) {
        return own.contains(certificate);
    }

    /** What the authorities call themselves that the operator has named. */
    public List<String> namedAuthorities() {
        return certificates.stream()
                .filter(certificate -> !isOwn(certificate))
                .map(certificate -> CertificateNames.attribute(certificate, BCStyle.CN)
                        .orElse(certificate.getSubject().toString()))
                .distinct()
                .toList();
    }

    /** The same, as the platform's type. */
    public List<X509Certificate> x509Certificates() {
        return certificates.stream().map(TrustAnchors::convert).toList();
    }

    private static List<X509CertificateHolder> read(Resource resource) {
        try {
            List<X509CertificateHolder> found = new ArrayList<>();
            for (var certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(resource.getContentAsByteArray()))) {
                found.add(new X509CertificateHolder(certificate.getEncoded()));
            }
            return found;
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(
                    "alternat.pki.trust-anchors: " + resource.getDescription() + " is no certificate file", e);
        }
    }

    private static X509Certificate convert(X509CertificateHolder certificate) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
