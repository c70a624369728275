package org.alternat.pades;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads indirect objects where a cross-reference section says that they are, and repairs nothing. An object at an offset
 * is the same in every revision, so each is read once however many revisions there are.
 */
final class ObjectReader {

    private static final String STREAM = "stream";

    private final byte[] file;
    private final StrictParser parser;
    private final Map<Integer, IndirectObject> read = new HashMap<>();
    private final Set<Integer> underWay = new HashSet<>();
    private final Map<Integer, Map<Long, IndirectObject>> unpacked = new HashMap<>();

    ObjectReader(byte[] file) {
        this.file = file;
        try {
            this.parser = new StrictParser(file);
        } catch (IOException e) {
            throw new MalformedPdfException("the file cannot be read", e);
        }
    }

    /**
     * Reads {@code n g obj … endobj}.
     *
     * @param integers gives the value of the integer object of this number: the length of a stream may stand elsewhere
     */
    IndirectObject at(long offset, LongUnaryOperator integers) {
        if (offset <= 0 || offset >= file.length) {
            throw new MalformedPdfException("an object lies outside the file");
        }
        IndirectObject known = read.get((int) offset);
        if (known == null) {
            if (!underWay.add((int) offset)) {
                throw new MalformedPdfException("the length of a stream depends on itself");
            }
            known = parse((int) offset, integers);
            underWay.remove((int) offset);
            read.put((int) offset, known);
        }
        return known;
    }

    /** The objects of the object stream at an offset, by number (ISO 32000-1, section 7.5.7). */
    Map<Long, IndirectObject> inStream(long offset, LongUnaryOperator integers) {
        Map<Long, IndirectObject> known = unpacked.get((int) offset);
        if (known == null) {
            known = unpack(at(offset, integers));
            unpacked.put((int) offset, known);
        }
        return known;
    }

    private Map<Long, IndirectObject> unpack(IndirectObject stream) {
        if (!stream.isStream()
                || !(stream.value() instanceof COSDictionary dictionary)
                || !COSName.OBJ_STM.equals(dictionary.getItem(COSName.TYPE))
                || !(dictionary.getItem(COSName.N) instanceof COSInteger count)
                || !(dictionary.getItem(COSName.FIRST) instanceof COSInteger first)) {
            throw new MalformedPdfException("there is no object stream where one should be");
        }
        byte[] data = StreamData.decoded(file, stream);
        ByteScanner index = new ByteScanner(data, 0);
        Map<Long, IndirectObject> found = new HashMap<>();
        try {
            StrictParser values = new StrictParser(data);
            for (long i = 0; i < count.longValue(); i++) {
                long number = index.number();
                COSBase value = values.valueAt(Math.toIntExact(first.longValue() + index.number()));
                found.put(number, new IndirectObject(number, 0, value, -1, -1, stream.end()));
            }
        } catch (IOException | RuntimeException e) {
            throw new MalformedPdfException("an object stream is not as it must be", e);
        }
        return found;
    }

    /** The dictionary at a position, as a trailer has it. */
    Direct dictionaryAt(int position) {
        try {
            COSBase value = parser.valueAt(position);
            if (value instanceof COSDictionary dictionary) {
                return new Direct(dictionary, parser.position());
            }
        } catch (IOException | RuntimeException e) {
            throw new MalformedPdfException("no dictionary at " + position, e);
        }
        throw new MalformedPdfException("no dictionary at " + position);
    }

    record Direct(COSDictionary value, int end) {}

    private IndirectObject parse(int offset, LongUnaryOperator integers) {
        try {
            ByteScanner scanner = new ByteScanner(file, offset);
            long number = scanner.number();
            int generation = Math.toIntExact(scanner.number());
            scanner.keyword("obj");
            COSBase value = parser.valueAt(scanner.position());
            scanner = new ByteScanner(file, parser.position());
            int from = -1;
            int to = -1;
            if (value instanceof COSDictionary dictionary && scanner.tryKeyword(STREAM)) {
                from = scanner.endOfLine();
                long length = length(dictionary.getItem(COSName.LENGTH), integers);
                if (length < 0 || length > file.length - from) {
                    throw new MalformedPdfException("the length of the stream at " + offset + " is wrong");
                }
                to = from + (int) length;
                scanner = new ByteScanner(file, to);
                scanner.keyword("endstream");
            }
            scanner.keyword("endobj");
            return new IndirectObject(number, generation, value, from, to, scanner.position());
        } catch (IOException | RuntimeException e) {
            throw e instanceof MalformedPdfException malformed
                    ? malformed
                    : new MalformedPdfException("no object at " + offset, e);
        }
    }

    private static long length(@Nullable COSBase length, LongUnaryOperator integers) {
        if (length instanceof COSInteger integer) {
            return integer.longValue();
        }
        return length instanceof COSObject reference
                ? integers.applyAsLong(reference.getKey().getNumber())
                : -1;
    }
}
