package org.alternat.archive.contents;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.shared.PdfBytes;

/**
 * Where the archive timestamp stands: the last {@code /ByteRange} of the file (ISO 32000-1, 12.8.1). Between the two covered
 * parts are its hexadecimal digits in angle brackets.
 *
 * @param before how many bytes it covers at the start
 * @param end the offset of the first byte behind it
 * @param after how many bytes it covers at the end
 */
record TimestampGap(long before, long end, long after) {

    private static final Pattern BYTE_RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*0+\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s*]");

    /** @throws IllegalStateException when the file does not end with a signed range */
    static TimestampGap of(PdfBytes document) {
        String text = new String(document.toByteArray(), StandardCharsets.ISO_8859_1);
        Matcher range = BYTE_RANGE.matcher(text);
        int at = text.lastIndexOf("/ByteRange");
        if (at < 0 || !range.find(at)) {
            throw new IllegalStateException("the document holds no signature");
        }
        TimestampGap gap = new TimestampGap(
                Long.parseLong(range.group(1)), Long.parseLong(range.group(2)), Long.parseLong(range.group(3)));
        if (gap.end() + gap.after() != document.length()) {
            throw new IllegalStateException("the last signature does not cover the end of the document");
        }
        return gap;
    }

    /** How many digits, without the brackets. */
    long digits() {
        return end - before - 2;
    }

    /** How many bytes the file has up to and with the last digit. */
    long lastDigit() {
        return end - 1;
    }
}
