package org.alternat.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.Locale;
import org.alternat.shared.Sha256;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * A CA's certificate as people compare it before they trust it.
 *
 * @param fingerprint SHA-256 over the DER form, in pairs of hexadecimal digits
 */
public record PublishedCertificate(int generation, String name, String from, String to, String fingerprint) {

    public static PublishedCertificate of(CertificateAuthority authority, Locale locale) {
        DateTimeFormatter days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC);
        return new PublishedCertificate(
                authority.generation(),
                CertificateNames.attribute(authority.certificate(), BCStyle.CN).orElse(""),
                days.format(authority.certificate().getNotBefore().toInstant()),
                days.format(authority.certificate().getNotAfter().toInstant()),
                Sha256.of(der(authority)).hex().toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1 "));
    }

    public static byte[] der(CertificateAuthority authority) {
        try {
            return authority.certificate().getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 7468, section 5. */
    public static byte[] pem(CertificateAuthority authority) {
        String text = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der(authority))
                + "\n-----END CERTIFICATE-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
