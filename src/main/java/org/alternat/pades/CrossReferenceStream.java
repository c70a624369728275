package org.alternat.pades;

import java.util.LinkedHashMap;
import java.util.Map;
import org.alternat.pades.CrossReferenceSection.Entry;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/** A cross-reference stream (ISO 32000-1, section 7.5.8): the dictionary is the trailer too. */
record CrossReferenceStream(int end, Map<Long, Entry> entries, COSDictionary trailer) {

    private static final int MAX_ENTRIES = 2_000_000;

    static CrossReferenceStream read(byte[] file, ObjectReader objects, int offset) {
        IndirectObject stream = objects.at(offset, number -> -1);
        if (!stream.isStream()
                || !(stream.value() instanceof COSDictionary dictionary)
                || !COSName.XREF.equals(dictionary.getItem(COSName.TYPE))) {
            throw new MalformedPdfException("there is no cross-reference section at " + offset);
        }
        int[] widths = integers(dictionary.getItem(COSName.W));
        if (widths.length != 3 || widths[0] > 1 || widths[1] > 8 || widths[2] > 4) {
            throw new MalformedPdfException("the cross-reference stream's /W is not as it must be");
        }
        int[] index = dictionary.containsKey(COSName.INDEX)
                ? integers(dictionary.getItem(COSName.INDEX))
                : new int[] {0, integer(dictionary.getItem(COSName.SIZE))};
        byte[] table = StreamData.decoded(file, stream);
        return new CrossReferenceStream(stream.end(), entries(table, widths, index), dictionary);
    }

    private static Map<Long, Entry> entries(byte[] table, int[] widths, int[] index) {
        Map<Long, Entry> entries = new LinkedHashMap<>();
        int width = widths[0] + widths[1] + widths[2];
        int at = 0;
        for (int i = 0; i + 1 < index.length; i += 2) {
            for (long n = 0; n < index[i + 1]; n++) {
                if (width == 0 || at + width > table.length || entries.size() > MAX_ENTRIES) {
                    throw new MalformedPdfException("the cross-reference stream is too short");
                }
                long kind = widths[0] == 0 ? 1 : field(table, at, widths[0]);
                long position = field(table, at + widths[0], widths[1]);
                long last = field(table, at + widths[0] + widths[1], widths[2]);
                if (entries.put(index[i] + n, entry(kind, position, last)) != null) {
                    throw new MalformedPdfException("an object stands twice in a cross-reference stream");
                }
                at += width;
            }
        }
        return entries;
    }

    private static Entry entry(long kind, long position, long last) {
        return switch ((int) kind) {
            case 0 -> new Entry(Entry.Kind.FREE, 0, 0);
            case 1 -> new Entry(Entry.Kind.OFFSET, position, (int) last);
            case 2 -> new Entry(Entry.Kind.COMPRESSED, position, 0);
            default -> throw new MalformedPdfException("an entry of a kind that does not exist");
        };
    }

    private static long field(byte[] table, int at, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = (value << 8) | (table[at + i] & 0xff);
        }
        return value;
    }

    private static int[] integers(COSBase value) {
        if (!(value instanceof COSArray array)) {
            throw new MalformedPdfException("the cross-reference stream is not as it must be");
        }
        int[] integers = new int[array.size()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = integer(array.get(i));
        }
        return integers;
    }

    private static int integer(COSBase value) {
        if (value instanceof COSInteger integer
                && integer.longValue() >= 0
                && integer.longValue() < Integer.MAX_VALUE) {
            return integer.intValue();
        }
        throw new MalformedPdfException("the cross-reference stream is not as it must be");
    }
}
