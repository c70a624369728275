package org.alternat.pades;

import java.io.IOException;
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
        int to = HexDigits.end(bytes, from + 1);
        byte[] digits = to < bytes.length && bytes[from] == '<' && bytes[to] == '>'
                ? HexDigits.read(bytes, from + 1, to)
                : null;
        if (digits == null) {
            return super.parseCOSString();
        }
        source.seek(to + 1L);
        return new COSString(digits);
    }
}
