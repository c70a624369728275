package org.alternat.pki;

import org.alternat.shared.SignatoryId;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;

/**
 * Whom a one-shot certificate names: the natural person and the party they sign for (attributes of EN 319 412-2, clause
 * 4.2.4). The serial number attribute is the signatory's id: it ties the certificate to the invitation.
 *
 * @param country two letters (ISO 3166-1), left out when it is not known
 */
public record SignatorySubject(
        SignatoryId signatoryId,
        String givenName,
        String familyName,
        String party,
        @Nullable String country) {

    // ITU-T X.520 upper bounds; longer names are cut, never refused.
    private static final int COMMON_NAME = 64;
    private static final int ORGANIZATION = 64;
    private static final int NAME_PART = 40;

    X500Name toX500Name() {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        if (country != null) {
            name.addRDN(BCStyle.C, country);
        }
        return name.addRDN(BCStyle.O, cut(party, ORGANIZATION))
                .addRDN(BCStyle.GIVENNAME, cut(givenName, NAME_PART))
                .addRDN(BCStyle.SURNAME, cut(familyName, NAME_PART))
                .addRDN(BCStyle.SERIALNUMBER, signatoryId.toString())
                .addRDN(BCStyle.CN, cut(givenName + " " + familyName, COMMON_NAME))
                .build();
    }

    private static String cut(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit)).strip();
    }
}
