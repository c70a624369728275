package org.alternat.pades;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;

/** PDFBox's parser without its repairs, of a whole file or of the value at a position. */
final class StrictParser extends PDFParser {

    private final byte[] bytes;
    private final Deque<Keys> keys = new ArrayDeque<>();

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

    /** Of a key that stands twice one reader takes the first value and another the last (ISO 32000-2, clause 7.3.7). */
    @Override
    protected COSDictionary parseCOSDictionary(boolean isDirect) throws IOException {
        keys.push(new Keys());
        try {
            return super.parseCOSDictionary(isDirect);
        } finally {
            keys.pop();
        }
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        Keys around = keys.peek();
        if (around == null) {
            return super.parseDirObject();
        }
        around.inValue = true;
        try {
            return super.parseDirObject();
        } finally {
            around.inValue = false;
        }
    }

    @Override
    protected COSName parseCOSName() throws IOException {
        COSName name = super.parseCOSName();
        Keys around = keys.peek();
        if (around != null && !around.inValue && !around.names.add(name)) {
            throw new IOException("a key stands twice in a dictionary");
        }
        return name;
    }

    /** Those of the dictionary that is being read. */
    private static final class Keys {

        private final Set<COSName> names = new HashSet<>();
        private boolean inValue;
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
