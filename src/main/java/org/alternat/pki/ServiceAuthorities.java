package org.alternat.pki;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/** The service's own CAs, one for each generation of keys: the newest issues, all of them say what they have revoked. */
public final class ServiceAuthorities {

    private final List<CertificateAuthority> all;

    ServiceAuthorities(List<CertificateAuthority> all) {
        this.all = List.copyOf(all);
    }

    /** The one that issues. */
    public CertificateAuthority current() {
        return all.get(all.size() - 1);
    }

    /** All of them, the oldest first: number 1 is at index 0. */
    public List<CertificateAuthority> all() {
        return all;
    }

    /** Their certificates, the oldest first. */
    public List<X509CertificateHolder> certificates() {
        return all.stream().map(CertificateAuthority::certificate).toList();
    }

    /** The one that issued this certificate, by its name; its own certificate it issued itself. */
    Optional<CertificateAuthority> issuerOf(X509CertificateHolder certificate) {
        return all.stream()
                .filter(authority -> authority.certificate().getSubject().equals(certificate.getIssuer()))
                .findFirst();
    }
}
