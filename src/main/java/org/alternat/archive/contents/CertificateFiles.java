package org.alternat.archive.contents;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.alternat.archive.bag.Bag;
import org.alternat.pades.ValidationData;
import org.alternat.shared.PlainLetters;

/**
 * {@code certificates/*.pem} (RFC 7468): the trust anchors, then every certificate and revocation list that the document
 * carries, numbered in the order in which it came by them.
 */
final class CertificateFiles {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private CertificateFiles() {}

    /** The names of the files that were added, the service's own anchor first. */
    static List<String> add(Bag bag, List<X509Certificate> anchors, ValidationData embedded) {
        List<String> names = new ArrayList<>();
        for (X509Certificate anchor : anchors) {
            names.add(name("anchor", names.size() + 1, anchor));
            bag.add("certificates/" + names.get(names.size() - 1), pem("CERTIFICATE", encoded(anchor)));
        }
        int number = 0;
        for (byte[] der : embedded.certificates()) {
            X509Certificate certificate = parse(der);
            if (!anchors.contains(certificate)) {
                names.add(name("certificate", ++number, certificate));
                bag.add("certificates/" + names.get(names.size() - 1), pem("CERTIFICATE", der));
            }
        }
        number = 0;
        for (byte[] der : embedded.revocationLists()) {
            String name = String.format(Locale.ROOT, "revocation-list-%02d.pem", ++number);
            names.add(name);
            bag.add("certificates/" + name, pem("X509 CRL", der));
        }
        number = 0;
        for (byte[] der : embedded.revocationAnswers()) {
            String name = String.format(Locale.ROOT, "revocation-answer-%02d.der", ++number);
            names.add(name);
            bag.add("certificates/" + name, der);
        }
        return names;
    }

    private static String name(String kind, int number, X509Certificate certificate) {
        return String.format(Locale.ROOT, "%s-%02d%s.pem", kind, number, slug(commonName(certificate)));
    }

    private static String slug(String commonName) {
        String plain = PlainLetters.of(commonName).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String kept = plain.length() > 40 ? plain.substring(0, 40).replaceAll("-$", "") : plain;
        return kept.isEmpty() ? "" : "-" + kept;
    }

    private static String commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst()
                            .orElse("");
        } catch (InvalidNameException e) {
            return "";
        }
    }

    private static X509Certificate parse(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("the document carries something that is no certificate", e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException("a trust anchor that has no DER form", e);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
