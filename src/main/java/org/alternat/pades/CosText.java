package org.alternat.pades;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;

/**
 * Writes PDF objects as text (ISO 32000-1, section 7.3). References stay references, values stay as they are: nothing
 * that was signed before is rounded or reordered.
 */
final class CosText {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'+00''00'''").withZone(ZoneOffset.UTC);

    private CosText() {}

    /** The entries of a dictionary without the brackets around them, leaving out those named. */
    static String entries(COSDictionary dictionary, Set<COSName> without) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            if (!without.contains(entry.getKey())) {
                write(text, entry.getKey());
                text.append(' ');
                write(text, entry.getValue());
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** A text string in UTF-16BE with its mark, as hexadecimal digits: no character needs an escape. */
    static String string(String value) {
        return "<FEFF" + HexFormat.of().withUpperCase().formatHex(value.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    /** A date (ISO 32000-1, section 7.9.4) in UTC. */
    static String date(Instant instant) {
        return "(" + DATE.format(instant) + ")";
    }

    static String reference(int objectNumber) {
        return objectNumber + " 0 R";
    }

    /** A number with at most two decimals and no exponent. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        String sign = hundredths < 0 ? "-" : "";
        long absolute = Math.abs(hundredths);
        if (absolute % 100 == 0) {
            return sign + absolute / 100;
        }
        String fraction = String.format(java.util.Locale.ROOT, "%02d", absolute % 100);
        return sign + absolute / 100 + "." + (fraction.endsWith("0") ? fraction.substring(0, 1) : fraction);
    }

    private static void write(StringBuilder text, COSBase value) {
        if (value instanceof COSObject reference) {
            text.append(reference.getKey().getNumber())
                    .append(' ')
                    .append(reference.getKey().getGeneration())
                    .append(" R");
        } else if (value instanceof COSDictionary dictionary) {
            // An indirect dictionary that was reached directly keeps its key: it must stay a reference.
            if (dictionary.getKey() != null && !dictionary.isDirect()) {
                text.append(dictionary.getKey().getNumber())
                        .append(' ')
                        .append(dictionary.getKey().getGeneration())
                        .append(" R");
                return;
            }
            text.append("<<").append(entries(dictionary, Set.of())).append(">>");
        } else if (value instanceof COSArray array) {
            text.append('[');
            for (int i = 0; i < array.size(); i++) {
                text.append(i == 0 ? "" : " ");
                write(text, array.get(i));
            }
            text.append(']');
        } else if (value instanceof COSName name) {
            writeName(text, name);
        } else if (value instanceof COSString string) {
            text.append('<').append(string.toHexString()).append('>');
        } else if (value instanceof COSInteger integer) {
            text.append(integer.longValue());
        } else if (value instanceof COSFloat real) {
            text.append(new java.math.BigDecimal(Float.toString(real.floatValue())).toPlainString());
        } else if (value instanceof COSBoolean bool) {
            text.append(bool.getValue());
        } else if (value instanceof COSNull) {
            text.append("null");
        } else {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName());
        }
    }

    private static void writeName(StringBuilder text, COSName name) {
        text.append('/');
        for (byte b : name.getName().getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            if (c > 0x20 && c < 0x7F && "()<>[]{}/%#".indexOf(c) < 0) {
                text.append((char) c);
            } else {
                text.append('#').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
    }
}
