package org.alternat.pades;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One incremental update (ISO 32000-1, section 7.5.6): objects, a classic cross-reference section, a trailer that points
 * back. It only ever adds bytes behind those that are there.
 */
final class Increment {

    private final ChainState tip;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
    private final TreeMap<Integer, Long> offsets = new TreeMap<>();
    private int nextObject;

    Increment(ChainState tip) {
        this.tip = tip;
        this.nextObject = tip.size();
    }

    /** A number for a new object. */
    int reserve() {
        return nextObject++;
    }

    /** Where the next byte will stand, counted from the start of this update. */
    int position() {
        return out.size();
    }

    void object(int number, String body) {
        begin(number);
        text(body);
        text("\nendobj\n");
    }

    void stream(int number, String entries, byte[] data) {
        begin(number);
        text("<<" + entries + "/Length " + data.length + ">>\nstream\n");
        out.writeBytes(data);
        text("\nendstream\nendobj\n");
    }

    /** Starts an object whose body the caller writes piece by piece with {@link #text}. */
    void begin(int number) {
        offsets.put(number, tip.length() + out.size());
        text(number + " 0 obj\n");
    }

    void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Closes the update. */
    Closed close() {
        long xref = tip.length() + out.size();
        text("xref\n");
        Map.Entry<Integer, Long> entry = offsets.firstEntry();
        while (entry != null) {
            int first = entry.getKey();
            StringBuilder section = new StringBuilder();
            int count = 0;
            while (entry != null && entry.getKey() == first + count) {
                section.append(String.format(java.util.Locale.ROOT, "%010d 00000 n\r\n", entry.getValue()));
                count++;
                entry = offsets.higherEntry(entry.getKey());
            }
            text(first + " " + count + "\n" + section);
        }
        ChainState.Trailer trailer = tip.trailer();
        // The second part of the ID changes with each update (ISO 32000-1, section 14.4).
        String changingId =
                HexFormat.of().withUpperCase().formatHex(tip.sha256().bytes(), 0, 16);
        text("trailer\n<</Size " + nextObject
                + "/Root " + CosText.reference(trailer.root())
                + (trailer.info() == null ? "" : "/Info " + trailer.info())
                + "/ID[<" + trailer.firstId() + "><" + changingId + ">]"
                + "/Prev " + tip.xrefOffset()
                + ">>\nstartxref\n" + xref + "\n%%EOF\n");
        return new Closed(out.toByteArray(), xref, nextObject);
    }

    /** The bytes of a closed update, not yet signed. */
    record Closed(byte[] bytes, long xrefOffset, int size) {}
}
