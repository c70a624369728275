package org.alternat.pki;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.cert.X509CertificateHolder;

/** Reads a certificate's subject as it was written, without the escapes of RFC 4514's one-line form. */
public final class CertificateNames {

    private CertificateNames() {}

    /** The first value of one attribute of the subject, such as {@code BCStyle.CN}. */
    public static Optional<String> attribute(X509CertificateHolder certificate, ASN1ObjectIdentifier type) {
        RDN[] values = certificate.getSubject().getRDNs(type);
        return values.length > 0 && values[0].getFirst().getValue() instanceof ASN1String text
                ? Optional.of(text.getString())
                : Optional.empty();
    }
}
