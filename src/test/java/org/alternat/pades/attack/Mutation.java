package org.alternat.pades.attack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** One mutation: what kind, where (counted from the end, where the structure is), and with what. */
record Mutation(int kind, int fromEnd, int value) {

    private static final List<String> TOKENS = List.of(
            "<<",
            ">>",
            "[",
            "]",
            "endobj",
            "stream\n",
            "endstream",
            "1 0 obj\n",
            "startxref\n0\n%%EOF\n",
            "/Prev 0",
            "/Length 99999999",
            "/Kids[1 0 R]",
            "/V null",
            "(",
            "<",
            "%",
            "999999999999999999999",
            "-1",
            "trailer",
            "xref\n");

    byte[] of(byte[] file) {
        int at = Math.max(0, file.length - 1 - fromEnd % file.length);
        return switch (kind % 5) {
            case 0 -> flipped(file, at, value);
            case 1 -> joined(file, at, "", Math.min(file.length, at + 1 + value % 4096));
            case 2 -> joined(file, at, TOKENS.get(value % TOKENS.size()), at);
            case 3 -> swapped(file, at, value % file.length);
            default -> numbered(file, at, value);
        };
    }

    private static byte[] flipped(byte[] file, int at, int value) {
        byte[] copy = file.clone();
        copy[at] ^= (byte) (1 << (value & 7));
        return copy;
    }

    private static byte[] joined(byte[] file, int at, String between, int from) {
        byte[] middle = between.getBytes(StandardCharsets.ISO_8859_1);
        byte[] out = Arrays.copyOf(file, at + middle.length + file.length - from);
        System.arraycopy(middle, 0, out, at, middle.length);
        System.arraycopy(file, from, out, at + middle.length, file.length - from);
        return out;
    }

    private static byte[] swapped(byte[] file, int one, int other) {
        byte[] copy = file.clone();
        copy[one] = file[other];
        copy[other] = file[one];
        return copy;
    }

    /** The next digit from here becomes another one. */
    private static byte[] numbered(byte[] file, int at, int value) {
        byte[] copy = file.clone();
        for (int i = at; i < copy.length; i++) {
            if (copy[i] >= '0' && copy[i] <= '9') {
                copy[i] = (byte) ('0' + value % 10);
                return copy;
            }
        }
        return copy;
    }
}
