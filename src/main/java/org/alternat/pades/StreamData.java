package org.alternat.pades;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Decodes streams of structure: plain or Flate, with or without a PNG predictor, never more than a limit. */
final class StreamData {

    /** A small file can hold a stream of terabytes; no cross-reference or object stream of a text needs more than this. */
    private static final int LIMIT = 16 * 1024 * 1024;

    private StreamData() {}

    static byte[] decoded(byte[] file, IndirectObject stream) {
        byte[] encoded = Arrays.copyOfRange(file, stream.dataFrom(), stream.dataTo());
        COSDictionary dictionary = (COSDictionary) stream.value();
        COSBase filter = single(dictionary.getItem(COSName.FILTER));
        if (filter == null) {
            return encoded;
        }
        if (!COSName.FLATE_DECODE.equals(filter)) {
            throw new MalformedPdfException("a stream of structure is encoded in another way than Flate");
        }
        byte[] inflated = inflate(encoded);
        return single(dictionary.getItem(COSName.DECODE_PARMS)) instanceof COSDictionary parameters
                ? undoPrediction(inflated, parameters)
                : inflated;
    }

    private static @Nullable COSBase single(@Nullable COSBase value) {
        if (value instanceof COSArray array) {
            if (array.size() > 1) {
                throw new MalformedPdfException("a stream of structure has several filters");
            }
            return array.size() == 0 ? null : array.get(0);
        }
        return value;
    }

    private static byte[] inflate(byte[] encoded) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(encoded);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new MalformedPdfException("a stream of structure ends too early");
                }
                out.write(buffer, 0, count);
                if (out.size() > LIMIT) {
                    throw new MalformedPdfException("a stream of structure is longer than " + LIMIT + " bytes");
                }
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new MalformedPdfException("a stream of structure cannot be decoded", e);
        } finally {
            inflater.end();
        }
    }

    /** RFC 2083, section 6, for bytes: one component of eight bits. */
    private static byte[] undoPrediction(byte[] data, COSDictionary parameters) {
        int predictor = integer(parameters.getItem(COSName.PREDICTOR), 1);
        if (predictor == 1) {
            return data;
        }
        int columns = integer(parameters.getItem(COSName.COLUMNS), 1);
        if (predictor < 10 || columns < 1 || columns > 64 || data.length % (columns + 1) != 0) {
            throw new MalformedPdfException("a stream of structure has a predictor that is not understood");
        }
        int rows = data.length / (columns + 1);
        byte[] out = new byte[rows * columns];
        for (int row = 0; row < rows; row++) {
            int kind = data[row * (columns + 1)];
            for (int i = 0; i < columns; i++) {
                int at = row * columns + i;
                int left = i == 0 ? 0 : out[at - 1] & 0xff;
                int up = row == 0 ? 0 : out[at - columns] & 0xff;
                int corner = i == 0 || row == 0 ? 0 : out[at - columns - 1] & 0xff;
                out[at] = (byte) (data[row * (columns + 1) + 1 + i] + predicted(kind, left, up, corner));
            }
        }
        return out;
    }

    private static int predicted(int kind, int left, int up, int corner) {
        return switch (kind) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, corner);
            default -> throw new MalformedPdfException("a stream of structure has a predictor that is not understood");
        };
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    private static int integer(@Nullable COSBase value, int otherwise) {
        return value instanceof COSInteger integer ? integer.intValue() : otherwise;
    }
}
