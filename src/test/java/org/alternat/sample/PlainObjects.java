package org.alternat.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.alternat.shared.Sha256;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A PDF as plain values, to compare two of them. Streams count unpacked and the colour profile not at all: builds of the
 * JDK pack differently and bring profiles of their own, so that bytes are the same on one JDK only.
 */
final class PlainObjects {

    private PlainObjects() {}

    static Map<String, Object> of(PDDocument pdf) throws IOException {
        Map<String, Object> objects = new TreeMap<>();
        for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet()) {
            COSBase object = pdf.getDocument().getObjectFromPool(key).getObject();
            objects.put(key.toString(), plain(object));
            if (object instanceof COSStream stream) {
                byte[] content = new PDStream(stream).toByteArray();
                objects.put(key + " content", isProfile(content) ? "profile" : Sha256.of(content));
            }
        }
        objects.put("ID", plain(pdf.getDocument().getDocumentID()));
        return objects;
    }

    private static Object plain(COSBase value) {
        if (value instanceof COSObject reference) {
            return reference.getKey() + " R";
        }
        if (value instanceof COSDictionary dictionary) {
            Map<String, Object> entries = new TreeMap<>();
            dictionary.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(COSName.LENGTH))
                    .forEach(entry -> entries.put(entry.getKey().getName(), plain(entry.getValue())));
            return entries;
        }
        if (value instanceof COSArray array) {
            List<Object> values = new ArrayList<>();
            array.forEach(entry -> values.add(plain(entry)));
            return values;
        }
        return String.valueOf(value);
    }

    /** ICC.1, 7.2: every profile has this mark at byte 36. */
    private static boolean isProfile(byte[] content) {
        return content.length > 128 && new String(content, 36, 4, ISO_8859_1).equals("acsp");
    }
}
