package org.alternat.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who has revoked what: a fresh list of each of our own CAs, made here and never fetched, and for certificates of others the list that they point to (RFC 5280,
 * section 4.2.1.13). A list that cannot be had is left out and said in the log; the judge decides whether the file stands
 * without it.
 */
public final class RevocationData implements RevocationLists {

    private static final Logger log = LoggerFactory.getLogger(RevocationData.class);
    private static final int MAX_LIST = 5 * 1024 * 1024;

    private final ServiceAuthorities own;
    private final BoundedHttp http;

    RevocationData(ServiceAuthorities own, Duration timeout) {
        this.own = own;
        this.http = new BoundedHttp(timeout, MAX_LIST);
    }

    /** The revocation lists, in DER, that speak of these certificates. */
    @Override
    public List<byte[]> listsFor(Collection<X509CertificateHolder> certificates) {
        try {
            List<byte[]> lists = new ArrayList<>();
            Set<CertificateAuthority> authorities = new LinkedHashSet<>();
            Set<URI> addresses = new LinkedHashSet<>();
            for (X509CertificateHolder certificate : certificates) {
                Optional<CertificateAuthority> issuer = own.issuerOf(certificate);
                issuer.ifPresent(authorities::add);
                if (issuer.isEmpty()) {
                    addresses.addAll(distributionPoints(certificate));
                }
            }
            for (CertificateAuthority authority : authorities) {
                lists.add(authority.revocationList().getEncoded());
            }
            for (URI address : addresses) {
                fetch(address).ifPresent(lists::add);
            }
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> fetch(URI address) {
        try {
            HttpResponse<byte[]> response =
                    http.send(HttpRequest.newBuilder(address).GET());
            if (response.statusCode() != 200) {
                throw new IOException("HTTP status " + response.statusCode());
            }
            return Optional.of(new X509CRLHolder(response.body()).getEncoded());
        } catch (IOException | IllegalArgumentException e) {
            log.warn("The revocation list at {} cannot be had: {}", address.getHost(), e.getMessage());
            return Optional.empty();
        }
    }

    private static List<URI> distributionPoints(X509CertificateHolder certificate) {
        CRLDistPoint points =
                certificate.getExtensions() == null ? null : CRLDistPoint.fromExtensions(certificate.getExtensions());
        List<URI> found = new ArrayList<>();
        if (points == null) {
            return found;
        }
        for (DistributionPoint point : points.getDistributionPoints()) {
            DistributionPointName name = point.getDistributionPoint();
            if (name == null || name.getType() != DistributionPointName.FULL_NAME) {
                continue;
            }
            for (GeneralName general : GeneralNames.getInstance(name.getName()).getNames()) {
                if (general.getTagNo() == GeneralName.uniformResourceIdentifier) {
                    String address =
                            ASN1IA5String.getInstance(general.getName()).getString();
                    if (address.startsWith("http://") || address.startsWith("https://")) {
                        found.add(URI.create(address));
                    }
                }
            }
        }
        return found;
    }
}
