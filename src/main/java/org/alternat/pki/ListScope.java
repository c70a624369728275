package org.alternat.pki;

import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * Of which certificates a list speaks (RFC 5280, sections 5.2.5 and 6.3.3, step b): a list of a part of them, of the reasons or
 * of the changes only, says nothing good of any other certificate.
 *
 * @param understood false when the list has a critical extension that is not read here
 */
record ListScope(boolean understood, @Nullable IssuingDistributionPoint part) {

    private static final Set<ASN1ObjectIdentifier> READ = Set.of(Extension.issuingDistributionPoint);

    static ListScope of(X509CRLHolder list) {
        Extension part = list.getExtension(Extension.issuingDistributionPoint);
        try {
            return new ListScope(
                    READ.containsAll(list.getCriticalExtensionOIDs()),
                    part == null ? null : IssuingDistributionPoint.getInstance(part.getParsedValue()));
        } catch (RuntimeException unreadable) {
            return new ListScope(false, null);
        }
    }

    /** Whether a certificate of this list's issuer stands on it when it is revoked. */
    boolean holds(X509CertificateHolder certificate) {
        if (!understood) {
            return false; // Among others a delta CRL, whose indicator is critical.
        }
        if (part == null) {
            return true;
        }
        BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
        boolean authority = constraints != null && constraints.isCA();
        return !part.isIndirectCRL()
                && !part.onlyContainsAttributeCerts()
                && part.getOnlySomeReasons() == null
                && (authority ? !part.onlyContainsUserCerts() : !part.onlyContainsCACerts())
                && (part.getDistributionPoint() == null || pointsTo(certificate, part));
    }

    private static boolean pointsTo(X509CertificateHolder certificate, IssuingDistributionPoint part) {
        List<GeneralName> here = RevocationPlaces.names(part.getDistributionPoint());
        return certificate.getExtensions() != null
                && RevocationPlaces.names(CRLDistPoint.fromExtensions(certificate.getExtensions())).stream()
                        .anyMatch(here::contains);
    }
}
