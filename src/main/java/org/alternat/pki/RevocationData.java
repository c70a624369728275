package org.alternat.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Who has revoked what: a fresh list of each of our own CAs, made here and never fetched, and for certificates of others what their authority says
 * where the certificate points. What cannot be had is left out and said in the log; the judge decides whether the file stands
 * without it.
 */
public final class RevocationData implements RevocationSource {

    private final ServiceAuthorities own;
    private final TrustAnchors anchors;
    private final RevocationServers servers;
    private final Clock clock;

    /** @param timeout how long one answer may take */
    RevocationData(ServiceAuthorities own, TrustAnchors anchors, Duration timeout, Clock clock) {
        this.own = own;
        this.anchors = anchors;
        this.servers = new RevocationServers(timeout);
        this.clock = clock;
    }

    @Override
    public RevocationProofs ask(Collection<X509CertificateHolder> certificates) {
        Set<X509CertificateHolder> issuers = new LinkedHashSet<>(anchors.certificates());
        issuers.addAll(certificates);
        RevocationInquiry inquiry = new RevocationInquiry(servers, issuers, clock.instant());
        Set<CertificateAuthority> authorities = new LinkedHashSet<>();
        for (X509CertificateHolder certificate : certificates) {
            if (CertificateChecks.isNeverRevoked(certificate)) {
                continue;
            }
            Optional<CertificateAuthority> issuer = own.issuerOf(certificate);
            issuer.ifPresent(authorities::add);
            if (issuer.isEmpty() && !anchors.certificates().contains(certificate)) {
                inquiry.about(certificate);
            }
        }
        RevocationProofs others = inquiry.proofs();
        List<byte[]> lists = new ArrayList<>();
        for (CertificateAuthority authority : authorities) {
            lists.add(encoded(authority));
        }
        lists.addAll(others.lists());
        return new RevocationProofs(lists, others.answers(), others.silent());
    }

    @Override
    public boolean answersItself(X509CertificateHolder certificate) {
        return own.issuerOf(certificate).isPresent();
    }

    private static byte[] encoded(CertificateAuthority authority) {
        try {
            return authority.revocationList().getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
