package org.alternat.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.alternat.shared.EmailAddress;

/**
 * An envelope sender of its own for each letter (VERP), so that what comes back tells which letter it is about, whatever else it
 * says. The token names nobody, and nobody makes one up without the key: sixteen digits of the letter's digest and twenty-four of
 * an HMAC-SHA256 over them, in lower case because relays may fold a local part.
 */
final class ReturnPath {

    /** A local part has at most 64 octets (RFC 5321, section 4.5.3.1.1); the token and the plus sign take 41. */
    static final int LONGEST_LOCAL_PART = 23;

    private static final int NAME_DIGITS = 16;
    private static final int PROOF_DIGITS = 24;

    private final String localPart;
    private final String domain;
    private final SecretKeySpec key;
    private final Pattern token;

    /** @param base where reports are collected, {@code bounces@alternat.example.org}; its server must take {@code bounces+…@} */
    ReturnPath(EmailAddress base, byte[] key) {
        int at = base.value().lastIndexOf('@');
        this.localPart = base.value().substring(0, at);
        this.domain = base.value().substring(at + 1);
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.token = Pattern.compile(
                Pattern.quote(localPart) + "\\+([0-9a-f]{" + (NAME_DIGITS + PROOF_DIGITS) + "})@"
                        + Pattern.quote(domain),
                Pattern.CASE_INSENSITIVE);
    }

    String of(LetterKey letter) {
        String name = letter.digest().hex().substring(0, NAME_DIGITS);
        return localPart + "+" + name + proof(name) + "@" + domain;
    }

    /** The beginning of the digest of the letter to whose sender this was addressed; nothing when the token is not ours. */
    Optional<String> letterIn(String header) {
        Matcher found = token.matcher(header);
        while (found.find()) {
            String written = found.group(1).toLowerCase(Locale.ROOT);
            String name = written.substring(0, NAME_DIGITS);
            if (MessageDigest.isEqual(
                    proof(name).getBytes(StandardCharsets.US_ASCII),
                    written.substring(NAME_DIGITS).getBytes(StandardCharsets.US_ASCII))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private String proof(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal(name.getBytes(StandardCharsets.US_ASCII)))
                    .substring(0, PROOF_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
