package org.alternat.pki;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Where a certificate says that one may ask whether it is revoked, over HTTP: places on the network that are in the hand of who
 * issued it. Ask there only when that is somebody whom the operator trusts.
 *
 * @param answers responders (RFC 5280, section 4.2.2.1; RFC 6960)
 * @param lists distribution points that hold the whole list (RFC 5280, section 4.2.1.13)
 */
public record RevocationPlaces(Set<URI> answers, Set<URI> lists) {

    /** Those of one certificate. */
    public static RevocationPlaces of(X509CertificateHolder certificate) {
        Extensions extensions = certificate.getExtensions();
        Set<URI> answers = new LinkedHashSet<>();
        Set<URI> lists = new LinkedHashSet<>();
        if (extensions != null) {
            try {
                addResponders(AuthorityInformationAccess.fromExtensions(extensions), answers);
                names(CRLDistPoint.fromExtensions(extensions))
                        .forEach(name -> address(name).ifPresent(lists::add));
            } catch (IllegalArgumentException | IllegalStateException unreadable) {
                // Who writes extensions that cannot be read has said nothing.
            }
        }
        return new RevocationPlaces(answers, lists);
    }

    /** Whether nobody can be asked at all. */
    public boolean none() {
        return answers.isEmpty() && lists.isEmpty();
    }

    /** The full names of the distribution points, whatever their kind. */
    static List<GeneralName> names(@org.jspecify.annotations.Nullable CRLDistPoint points) {
        List<GeneralName> found = new ArrayList<>();
        if (points != null) {
            for (DistributionPoint point : points.getDistributionPoints()) {
                // A part for some reasons, or a list of another issuer, does not say that a certificate is good.
                if (point.getReasons() == null && point.getCRLIssuer() == null) {
                    found.addAll(names(point.getDistributionPoint()));
                }
            }
        }
        return found;
    }

    static List<GeneralName> names(@org.jspecify.annotations.Nullable DistributionPointName name) {
        return name == null || name.getType() != DistributionPointName.FULL_NAME
                ? List.of()
                : List.of(GeneralNames.getInstance(name.getName()).getNames());
    }

    private static void addResponders(
            @org.jspecify.annotations.Nullable AuthorityInformationAccess access, Set<URI> answers) {
        if (access != null) {
            for (AccessDescription description : access.getAccessDescriptions()) {
                if (AccessDescription.id_ad_ocsp.equals(description.getAccessMethod())) {
                    address(description.getAccessLocation()).ifPresent(answers::add);
                }
            }
        }
    }

    private static Optional<URI> address(GeneralName name) {
        if (name.getTagNo() != GeneralName.uniformResourceIdentifier) {
            return Optional.empty();
        }
        String address = ASN1IA5String.getInstance(name.getName()).getString();
        try {
            return address.startsWith("http://") || address.startsWith("https://")
                    ? Optional.of(new URI(address)).filter(uri -> uri.getHost() != null)
                    : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }
}
