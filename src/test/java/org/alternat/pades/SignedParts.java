package org.alternat.pades;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.shared.PdfBytes;

/** Cuts signatures out of a file by its bytes alone, without a PDF parser, so that other programs can check them. */
final class SignedParts {

    private static final Pattern SIGNATURE = Pattern.compile(
            "/SubFilter/(ETSI\\.[A-Za-z0-9.]+)[^>]*?(?:/[A-Z][A-Za-z]*<[^>]*>[^>]*?|/Reference\\[<<.*?>>]\\s*)*"
                    + "/ByteRange\\[0 (\\d{10}) (\\d{10}) (\\d{10})]\\n/Contents<",
            Pattern.DOTALL);

    private SignedParts() {}

    /**
     * One signature or timestamp.
     *
     * @param timestamp true for a document timestamp
     * @param covered the bytes that it signs
     * @param contents its CMS, without the zeros behind it
     * @param end where its revision ends
     */
    record Part(boolean timestamp, byte[] covered, byte[] contents, int end) {}

    static List<Part> of(PdfBytes file) {
        byte[] bytes = file.toByteArray();
        Matcher found = SIGNATURE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        List<Part> parts = new ArrayList<>();
        while (found.find()) {
            int from = Integer.parseInt(found.group(2));
            int to = Integer.parseInt(found.group(3));
            int end = to + Integer.parseInt(found.group(4));
            ByteArrayOutputStream covered = new ByteArrayOutputStream(end);
            covered.write(bytes, 0, from);
            covered.write(bytes, to, end - to);
            String hex = new String(bytes, from + 1, to - from - 2, StandardCharsets.US_ASCII);
            byte[] contents = withoutPadding(HexFormat.of().parseHex(hex));
            parts.add(new Part("ETSI.RFC3161".equals(found.group(1)), covered.toByteArray(), contents, end));
        }
        return parts;
    }

    /** By the length that the DER value itself tells (X.690, clause 8.1.3). */
    private static byte[] withoutPadding(byte[] contents) {
        int lengthBytes = (contents[1] & 0x80) == 0 ? 0 : contents[1] & 0x7F;
        int length = lengthBytes == 0 ? contents[1] : 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = length << 8 | contents[2 + i] & 0xFF;
        }
        return Arrays.copyOf(contents, 2 + lengthBytes + length);
    }
}
