package org.alternat.pades;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alternat.pades.CrossReferenceSection.Entry;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/** Follows {@code startxref} and {@code /Prev} through a file. Sections that are written loosely are refused. */
final class CrossReferenceReader {

    private static final int MAX_SECTIONS = 20_000;
    private static final int ENTRY = 20;
    private static final COSName XREF_STREAM = COSName.getPDFName("XRefStm");

    private final byte[] file;
    private final ObjectReader objects;

    CrossReferenceReader(byte[] file, ObjectReader objects) {
        this.file = file;
        this.objects = objects;
    }

    /** The sections of the file, the oldest first. */
    List<CrossReferenceSection> read() {
        List<CrossReferenceSection> sections = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long offset = startOfLast();
        while (offset >= 0) {
            if (!seen.add(offset) || seen.size() > MAX_SECTIONS || offset >= file.length) {
                throw new MalformedPdfException("the cross-reference sections do not form a chain");
            }
            CrossReferenceSection section = section((int) offset);
            sections.add(section);
            offset = previous(section);
        }
        Collections.reverse(sections);
        return sections;
    }

    private static long previous(CrossReferenceSection section) {
        if (section.trailer().containsKey(XREF_STREAM)) {
            throw new MalformedPdfException("the file mixes cross-reference tables and streams");
        }
        if (!section.trailer().containsKey(COSName.PREV)) {
            return -1;
        }
        if (section.trailer().getItem(COSName.PREV) instanceof COSInteger previous && previous.longValue() > 0) {
            return previous.longValue();
        }
        throw new MalformedPdfException("/Prev is no offset");
    }

    private long startOfLast() {
        int at = file.length - 1;
        while (at >= 0 && ByteScanner.isWhiteSpace(file[at])) {
            at--;
        }
        int from = Math.max(0, at - 60);
        for (int i = at; i >= from; i--) {
            ByteScanner scanner = new ByteScanner(file, i);
            if (scanner.looksAt("startxref")) {
                scanner.keyword("startxref");
                long offset = scanner.number();
                scanner.keyword("%%EOF");
                if (offset > 0 && scanner.position() == at + 1) {
                    return offset;
                }
                break;
            }
        }
        throw new MalformedPdfException("the file does not end with startxref, an offset and %%EOF");
    }

    private CrossReferenceSection section(int offset) {
        ByteScanner scanner = new ByteScanner(file, offset);
        if (!scanner.looksAt("xref")) {
            CrossReferenceStream stream = CrossReferenceStream.read(file, objects, offset);
            return new CrossReferenceSection(offset, end(stream.end()), true, stream.entries(), stream.trailer());
        }
        scanner.keyword("xref");
        Map<Long, Entry> entries = new LinkedHashMap<>();
        while (!scanner.tryKeyword("trailer")) {
            long first = scanner.number();
            long count = scanner.number();
            scanner.skip();
            if (count > (file.length - scanner.position()) / ENTRY) {
                throw new MalformedPdfException("the cross-reference table is longer than the file");
            }
            int position = scanner.position();
            for (int i = 0; i < count; i++) {
                if (entries.put(first + i, entry(position + i * ENTRY)) != null) {
                    throw new MalformedPdfException("an object stands twice in a cross-reference table");
                }
            }
            scanner = new ByteScanner(file, position + (int) count * ENTRY);
        }
        ObjectReader.Direct trailer = objects.dictionaryAt(scanner.position());
        return new CrossReferenceSection(offset, end(trailer.end()), false, entries, trailer.value());
    }

    /** Exactly twenty bytes: offset, generation, kind and a two-byte end of line. */
    private Entry entry(int at) {
        ByteScanner scanner = new ByteScanner(file, at);
        long position = scanner.number();
        boolean tenDigits = scanner.position() == at + 10;
        int generation = (int) scanner.number();
        byte kind = file[at + 17];
        if (!tenDigits
                || scanner.position() != at + 16
                || generation > 65535
                || (kind != 'n' && kind != 'f')
                || !ByteScanner.isWhiteSpace(file[at + 18])
                || !ByteScanner.isWhiteSpace(file[at + 19])) {
            throw new MalformedPdfException("an entry of a cross-reference table is not as it must be");
        }
        return new Entry(kind == 'n' ? Entry.Kind.OFFSET : Entry.Kind.FREE, position, generation);
    }

    /** Behind the trailer. */
    private int end(int position) {
        ByteScanner scanner = new ByteScanner(file, position);
        scanner.keyword("startxref");
        scanner.number();
        scanner.keyword("%%EOF");
        return scanner.endOfLine();
    }
}
