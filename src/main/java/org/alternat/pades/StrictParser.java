package org.alternat.pades;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;

/** PDFBox's parser without its repairs, of a whole file or of the value at a position. */
final class StrictParser extends PDFParser {

    private final byte[] bytes;

    StrictParser(byte[] bytes) throws IOException {
        super(new RandomAccessReadBuffer(bytes));
        this.bytes = bytes;
        setLenient(false);
    }

    COSBase valueAt(int position) throws IOException {
        source.seek(position);
        COSBase value = parseDirObject();
        if (value == null) {
            throw new IOException("no value");
        }
        return value;
    }

    int position() throws IOException {
        return (int) source.getPosition();
    }

    /** The value of a signature is tens of thousands of digits, which PDFBox would take one by one. */
    @Override
    protected COSString parseCOSString() throws IOException {
        int from = position();
        int to = from + 1;
        while (to < bytes.length && HexFormat.isHexDigit(bytes[to])) {
            to++;
        }
        if (to < bytes.length && bytes[from] == '<' && bytes[to] == '>' && (to - from) % 2 != 0) {
            source.seek(to + 1L);
            return new COSString(
                    HexFormat.of().parseHex(new String(bytes, from + 1, to - from - 1, StandardCharsets.ISO_8859_1)));
        }
        return super.parseCOSString();
    }
}
