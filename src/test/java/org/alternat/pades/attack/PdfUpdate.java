package org.alternat.pades.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * An incremental update that anybody with a text editor could append: whatever objects one likes, a classic
 * cross-reference table, a trailer. It obeys no rule but the syntax, so it shares no code with what it attacks.
 */
public final class PdfUpdate {

    private final byte[] before;
    private final String text;
    private final Map<Integer, String> objects = new LinkedHashMap<>();
    private final Numbers numbers;
    private int next;
    private String trailer;
    private String hidden = "";
    private int pointed;

    /** Where the parts of a file are. */
    private record Numbers(
            int size,
            int root,
            int info,
            int form,
            int page,
            int content,
            int resources,
            Map<String, Integer> fields) {}

    public PdfUpdate(byte[] before) {
        this.before = before;
        this.text = new String(before, StandardCharsets.ISO_8859_1);
        this.numbers = numbers(before);
        this.next = numbers.size();
        Matcher id = Pattern.compile("/ID\\s*\\[.*?]", Pattern.DOTALL).matcher(text);
        String lastId = "";
        while (id.find()) {
            lastId = id.group();
        }
        this.trailer =
                "/Root " + root() + " 0 R" + (numbers.info() > 0 ? "/Info " + numbers.info() + " 0 R" : "") + lastId;
    }

    public int root() {
        return numbers.root();
    }

    public int info() {
        return numbers.info();
    }

    public int form() {
        return numbers.form();
    }

    /** The first page. */
    public int page() {
        return numbers.page();
    }

    /** The content stream of the first page. */
    public int content() {
        return numbers.content();
    }

    public int field(String name) {
        return numbers.fields().get(name);
    }

    /** The object as it stands at the end of the file. */
    public String bodyOf(int number) {
        if (objects.containsKey(number)) {
            return objects.get(number);
        }
        int at = text.lastIndexOf("\n" + number + " 0 obj");
        int from = text.indexOf("obj", at) + 3;
        return text.substring(from, text.indexOf("endobj", from)).strip();
    }

    public PdfUpdate replace(int number, String body) {
        objects.put(number, body);
        return this;
    }

    /** Puts an entry at the front of a dictionary. */
    public PdfUpdate insert(int number, String entry) {
        return replace(number, bodyOf(number).replaceFirst("<<", Matcher.quoteReplacement("<<" + entry)));
    }

    /** Replaces what the expression finds; it must be there. */
    public PdfUpdate substitute(int number, String expression, String by) {
        String body = bodyOf(number);
        String other = body.replaceAll(expression, by);
        if (other.equals(body)) {
            throw new IllegalStateException(expression + " is not in " + body);
        }
        return replace(number, other);
    }

    public int add(String body) {
        objects.put(next, body);
        return next++;
    }

    public int addStream(String entries, String data) {
        return add(stream(entries, data));
    }

    public static String stream(String entries, String data) {
        return "<<" + entries + "/Length " + data.length() + ">>\nstream\n" + data + "\nendstream";
    }

    /** Says that the object is no more. */
    public PdfUpdate free(int number) {
        objects.put(number, "");
        return this;
    }

    public PdfUpdate trailer(String entries) {
        trailer = trailer + entries;
        return this;
    }

    /** Bytes that no table speaks of. */
    void unlisted(String bytes) {
        hidden = bytes;
    }

    /** Has the table say where the object stands last, in the part that is not ours. */
    void pointing(int number) {
        pointed = number;
    }

    public byte[] close() {
        return bytes(build());
    }

    /** The appended part. */
    String build() {
        StringBuilder out = new StringBuilder();
        StringBuilder table = new StringBuilder("xref\n");
        for (Map.Entry<Integer, String> object : objects.entrySet()) {
            boolean free = object.getValue().isEmpty();
            table.append(object.getKey()).append(" 1\n");
            table.append(String.format(
                    Locale.ROOT,
                    free ? "%010d 00001 f\r\n" : "%010d 00000 n\r\n",
                    free ? 0 : before.length + out.length()));
            if (!free) {
                out.append(object.getKey())
                        .append(" 0 obj\n")
                        .append(object.getValue())
                        .append("\nendobj\n");
            }
        }
        out.append(hidden);
        if (pointed > 0) {
            table.append(pointed).append(" 1\n");
            table.append(
                    String.format(Locale.ROOT, "%010d 00000 n\r\n", text.lastIndexOf("\n" + pointed + " 0 obj") + 1));
        }
        int xref = before.length + out.length();
        return out.append(table)
                .append("trailer\n<<")
                .append(trailer)
                .append("/Size ")
                .append(Math.max(
                        next,
                        objects.keySet().stream().mapToInt(n -> n + 1).max().orElse(0)))
                .append("/Prev ")
                .append(lastXref())
                .append(">>\nstartxref\n")
                .append(xref)
                .append("\n%%EOF\n")
                .toString();
    }

    byte[] bytes(String appended) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before);
        out.writeBytes(appended.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    public long lastXref() {
        int at = text.lastIndexOf("startxref") + 9;
        return Long.parseLong(text.substring(at, text.indexOf("%%EOF", at)).strip());
    }

    private static Numbers numbers(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            COSDictionary trailer = document.getDocument().getTrailer();
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            COSDictionary page = document.getPage(0).getCOSObject();
            Map<String, Integer> fields = new LinkedHashMap<>();
            COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
            for (int i = 0; form != null && i < form.getCOSArray(COSName.FIELDS).size(); i++) {
                COSDictionary field =
                        (COSDictionary) form.getCOSArray(COSName.FIELDS).getObject(i);
                fields.put(
                        field.getString(COSName.T),
                        number(form.getCOSArray(COSName.FIELDS).get(i)));
            }
            return new Numbers(
                    Math.toIntExact(trailer.getLong(COSName.SIZE)),
                    number(trailer.getItem(COSName.ROOT)),
                    number(trailer.getItem(COSName.INFO)),
                    number(catalog.getItem(COSName.ACRO_FORM)),
                    number(catalog.getCOSDictionary(COSName.PAGES)
                            .getCOSArray(COSName.KIDS)
                            .get(0)),
                    number(page.getItem(COSName.CONTENTS)),
                    number(page.getItem(COSName.RESOURCES)),
                    fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Object value) {
        return value instanceof COSObject reference ? (int) reference.getKey().getNumber() : -1;
    }

    public static byte[] byName(byte[] file, String change) {
        return Changes.valueOf(change).apply(new PdfUpdate(file));
    }
}
