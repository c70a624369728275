package org.alternat.pades;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the digits of a signature's value, of which a file has millions: a table, and no text made of them first. */
final class HexDigits {

    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (char digit : "0123456789abcdefABCDEF".toCharArray()) {
            VALUES[digit] = (byte) Character.digit(digit, 16);
        }
    }

    private HexDigits() {}

    /** @return what the digits from {@code from} up to {@code to} say; null when they are no pairs of digits */
    static byte @Nullable [] read(byte[] bytes, int from, int to) {
        if ((to - from) % 2 != 0) {
            return null;
        }
        byte[] read = new byte[(to - from) / 2];
        int all = 0;
        for (int i = 0, at = from; i < read.length; i++, at += 2) {
            int high = VALUES[bytes[at] & 0xFF];
            int low = VALUES[bytes[at + 1] & 0xFF];
            all |= high | low;
            read[i] = (byte) (high << 4 | low);
        }
        return all < 0 ? null : read;
    }

    /** The first place at or behind this one where there is no digit. */
    static int end(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && VALUES[bytes[at] & 0xFF] >= 0) {
            at++;
        }
        return at;
    }
}
