package org.alternat.access;

import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application on a person's phone: takes the key from the set-up page, shows codes. */
public final class Authenticator {

    private static final Pattern KEY = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");

    private final TotpSecret secret;

    private Authenticator(TotpSecret secret) {
        this.secret = secret;
    }

    public static Authenticator reading(String setUpPage) {
        Matcher key = KEY.matcher(setUpPage);
        if (!key.find()) {
            throw new AssertionError("the page shows no key");
        }
        return new Authenticator(new TotpSecret(decode(key.group(1).replace(" ", ""))));
    }

    public String code(Clock clock) {
        return Totp.code(secret, clock.instant());
    }

    private static byte[] decode(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (char letter : base32.toCharArray()) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
