package org.alternat.pades;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alternat.pki.CertificateNames;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Whom a link was sent to, and whether a certificate names that person. The legally decisive check: a signature may be
 * perfect and somebody else's.
 *
 * @param serialNumber of the person in certificates, where it is known: it decides alone
 */
public record InvitedPerson(String givenName, String familyName, Optional<String> serialNumber) {

    /**
     * Compares the subject without case, accents and punctuation. The family names must be the same; of the given names one
     * list may be longer, because identity cards carry them all. A subject without both is compared by its common name.
     */
    boolean isNamedBy(X509CertificateHolder certificate) {
        Optional<String> serial = CertificateNames.attribute(certificate, BCStyle.SERIALNUMBER);
        if (serialNumber.isPresent() && serial.isPresent()) {
            return words(serialNumber.get()).equals(words(serial.get()));
        }
        List<String> given = words(attribute(certificate, BCStyle.GIVENNAME));
        List<String> family = words(attribute(certificate, BCStyle.SURNAME));
        if (given.isEmpty() || family.isEmpty()) {
            List<String> common = words(attribute(certificate, BCStyle.CN));
            return common.equals(words(givenName + " " + familyName))
                    || common.equals(words(familyName + " " + givenName));
        }
        return family.equals(words(familyName)) && startSame(given, words(givenName));
    }

    private static boolean startSame(List<String> one, List<String> other) {
        int shorter = Math.min(one.size(), other.size());
        return shorter > 0 && one.subList(0, shorter).equals(other.subList(0, shorter));
    }

    private static String attribute(X509CertificateHolder certificate, ASN1ObjectIdentifier type) {
        return CertificateNames.attribute(certificate, type).orElse("");
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ł", "l")
                .replace("ø", "o")
                .replace("đ", "d")
                .replace("ß", "ss")
                .replace("œ", "oe")
                .replace("æ", "ae");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** No name reaches a log. */
    @Override
    public String toString() {
        return "InvitedPerson";
    }
}
