package org.alternat.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One-page files whose cross-reference sections (ISO 32000-1, section 7.5.4) readers disagree about, written byte by byte. */
final class HostileXrefs {

    private static final String HEADER = "%PDF-1.7\n";
    private static final String[] OBJECTS = {
        "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
        "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
        "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>\nendobj\n"
    };
    private static final String BODY = HEADER + String.join("", OBJECTS);

    private HostileXrefs() {}

    /** A table whose trailer names a cross-reference stream as well: which of the two is read depends on the reader. */
    static byte[] hybrid() {
        int stream = BODY.length();
        String section = "4 0 obj\n<</Type/XRef/Size 5/W[1 2 1]/Root 1 0 R/Index[4 1]/Length 4>>\nstream\n" + "\u0001"
                + (char) (stream >> 8) + (char) (stream & 0xFF) + "\u0000\nendstream\nendobj\n";
        return file(BODY + section, table(), "/XRefStm " + stream);
    }

    static byte[] goesBackToItself() {
        return file(BODY, table(), "/Prev " + BODY.length());
    }

    static byte[] goBackToEachOther() {
        int first = BODY.length();
        // A number of ten digits, so that the length is known before it is.
        int second = first + (table() + trailer("/Prev 0000000000")).length();
        String loop = table() + trailer(String.format(Locale.ROOT, "/Prev %010d", second));
        return file(BODY + loop, table(), "/Prev " + first);
    }

    /** Lawful, but Acrobat repairs such a first revision when it opens it, and then finds every signature broken. */
    static byte[] inPieces() {
        String table = "xref\n0 2\n0000000000 65535 f\r\n" + entry(0) + "2 2\n" + entry(1) + entry(2);
        return file(BODY, table, "");
    }

    private static byte[] file(String before, String table, String more) {
        return (before + table + trailer(more) + "startxref\n" + before.length() + "\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String table() {
        return "xref\n0 4\n0000000000 65535 f\r\n" + entry(0) + entry(1) + entry(2);
    }

    private static String trailer(String more) {
        return "trailer\n<</Size 4/Root 1 0 R" + more + ">>\n";
    }

    private static String entry(int object) {
        int offset = HEADER.length();
        for (int i = 0; i < object; i++) {
            offset += OBJECTS[i].length();
        }
        return String.format(Locale.ROOT, "%010d 00000 n\r\n", offset);
    }
}
