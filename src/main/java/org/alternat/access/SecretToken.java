package org.alternat.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.alternat.shared.Sha256;

/**
 * A random secret of 256 bits as it stands in a link or a cookie: 43 characters of base64url (RFC 4648, section 5), which survive
 * every rewriting of a link. Only its digest is ever stored; nothing is learnt from comparing digests, so look-ups by digest
 * need no constant time.
 *
 * @param text what the holder presents; may be anything when it comes from outside
 */
public record SecretToken(String text) {

    private static final int BYTES = 32;

    public static SecretToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public Sha256 sha256() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Masked, so that a secret never reaches a log by accident. */
    @Override
    public String toString() {
        return "SecretToken[***]";
    }
}
