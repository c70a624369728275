package org.alternat.pki;

import java.net.URI;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * Where strangers find a CA's certificate, its revocation list and its answers (RFC 5280, sections 4.2.1.13 and 4.2.2.1), as
 * written into the certificates that it issues. The paths never change: certificates that are years old lead there.
 *
 * @param base {@code alternat.base-url} on the day of issue, without a slash at the end
 * @param generation the number of the CA
 */
record AccessPoints(String base, int generation) {

    static final String SETTING = "alternat.base-url";

    AccessPoints {
        if (!base.startsWith("http://") && !base.startsWith("https://")) {
            throw new IllegalArgumentException(SETTING + " must be an http or https address, not " + base);
        }
        base = base.replaceAll("/+$", "");
    }

    CRLDistPoint revocationList() {
        DistributionPointName list = new DistributionPointName(new GeneralNames(at("/certs/" + generation + ".crl")));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(list, null, null)});
    }

    AuthorityInformationAccess authority() {
        return new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(AccessDescription.id_ad_ocsp, at("/certs/ocsp")),
            new AccessDescription(AccessDescription.id_ad_caIssuers, at("/certs/" + generation + ".der"))
        });
    }

    private GeneralName at(String path) {
        return new GeneralName(
                GeneralName.uniformResourceIdentifier, URI.create(base + path).toString());
    }
}
