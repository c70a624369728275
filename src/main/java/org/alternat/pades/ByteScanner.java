package org.alternat.pades;

import java.nio.charset.StandardCharsets;

/** Reads keywords and numbers of PDF syntax (ISO 32000-1, section 7.2) from a position onwards. */
final class ByteScanner {

    private static final int MAX_DIGITS = 10;

    private final byte[] bytes;
    private int position;

    ByteScanner(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    int position() {
        return position;
    }

    /** Skips white space and comments. */
    void skip() {
        while (position < bytes.length) {
            if (isWhiteSpace(bytes[position])) {
                position++;
            } else if (bytes[position] == '%' && !looksAt("%%EOF")) {
                while (position < bytes.length && bytes[position] != '\n' && bytes[position] != '\r') {
                    position++;
                }
            } else {
                return;
            }
        }
    }

    /** An unsigned integer of at most ten digits. */
    long number() {
        skip();
        long value = 0;
        int from = position;
        while (position < bytes.length && bytes[position] >= '0' && bytes[position] <= '9') {
            value = value * 10 + (bytes[position++] - '0');
            if (position - from > MAX_DIGITS) {
                break;
            }
        }
        if (position == from || position - from > MAX_DIGITS) {
            throw new MalformedPdfException("no number at " + from);
        }
        return value;
    }

    boolean tryKeyword(String keyword) {
        skip();
        if (!looksAt(keyword)) {
            return false;
        }
        position += keyword.length();
        return true;
    }

    void keyword(String keyword) {
        if (!tryKeyword(keyword)) {
            throw new MalformedPdfException("no '" + keyword + "' at " + position);
        }
    }

    /** Steps over exactly one end of line, if there is one, and says where the next byte is. */
    int endOfLine() {
        if (position < bytes.length && bytes[position] == '\r') {
            position++;
        }
        if (position < bytes.length && bytes[position] == '\n') {
            position++;
        }
        return position;
    }

    boolean looksAt(String text) {
        byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
        if (position + expected.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[position + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isWhiteSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0;
    }
}
