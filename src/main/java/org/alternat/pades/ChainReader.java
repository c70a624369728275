package org.alternat.pades;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.alternat.pades.ChainState.Catalog;
import org.alternat.pades.ChainState.EmptyField;
import org.alternat.pades.ChainState.FontReference;
import org.alternat.pades.ChainState.SecurityStore;
import org.alternat.pades.ChainState.Trailer;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Rebuilds the state of a chain from its bytes: after a restart, or when another node wrote the last revision. */
public final class ChainReader {

    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName CERTS = COSName.getPDFName("Certs");
    private static final COSName CRLS = COSName.getPDFName("CRLs");
    private static final COSName OCSPS = COSName.getPDFName("OCSPs");

    private ChainReader() {}

    /** @throws IllegalArgumentException when the file is no chain of ours */
    public static ChainState read(PdfBytes file) {
        byte[] bytes = file.toByteArray();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            COSDictionary trailer = document.getDocument().getTrailer();
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            MessageDigest running = Sha256.newDigest();
            running.update(bytes);
            Set<COSName> kept = Set.of(DSS);
            return new ChainState(
                    bytes.length,
                    lastXref(bytes),
                    Math.toIntExact(trailer.getLong(COSName.SIZE)),
                    trailer(trailer),
                    new Catalog(CosText.entries(catalog, kept), securityStore(catalog.getCOSDictionary(DSS))),
                    emptyFields(catalog.getCOSDictionary(COSName.ACRO_FORM)),
                    fonts(catalog.getCOSDictionary(COSName.ACRO_FORM)),
                    running);
        } catch (IOException | ArithmeticException e) {
            throw new IllegalArgumentException("the file is no chain of revisions", e);
        }
    }

    private static long lastXref(byte[] bytes) {
        int from = Math.max(0, bytes.length - 64);
        String tail = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        int at = tail.lastIndexOf("startxref");
        if (at < 0 || !tail.endsWith("%%EOF\n")) {
            throw new IllegalArgumentException("the file does not end as each of our revisions does");
        }
        return Long.parseLong(tail.substring(at + "startxref".length(), tail.lastIndexOf("%%EOF"))
                .strip());
    }

    private static Trailer trailer(COSDictionary trailer) {
        COSArray id = trailer.getCOSArray(COSName.ID);
        if (id == null || !(id.getObject(0) instanceof COSString first)) {
            throw new IllegalArgumentException("the trailer has no ID");
        }
        COSBase info = trailer.getItem(COSName.INFO);
        return new Trailer(
                number(trailer.getItem(COSName.ROOT)),
                info == null ? null : CosText.reference(number(info)),
                first.toHexString());
    }

    private static int number(COSBase value) {
        if (value instanceof COSObject reference && reference.getKey().getGeneration() == 0) {
            return Math.toIntExact(reference.getKey().getNumber());
        }
        throw new IllegalArgumentException("not a reference to a first-generation object");
    }

    private static Map<String, EmptyField> emptyFields(COSDictionary form) {
        Map<String, EmptyField> fields = new HashMap<>();
        COSArray all = form == null ? null : form.getCOSArray(COSName.FIELDS);
        for (int i = 0; all != null && i < all.size(); i++) {
            if (all.getObject(i) instanceof COSDictionary field
                    && COSName.SIG.equals(field.getCOSName(COSName.FT))
                    && field.getDictionaryObject(COSName.V) == null) {
                PDRectangle rectangle = new PDRectangle(field.getCOSArray(COSName.RECT));
                fields.put(
                        field.getString(COSName.T),
                        new EmptyField(
                                number(all.get(i)),
                                CosText.entries(field, Set.of(COSName.AP, COSName.V)),
                                rectangle.getWidth(),
                                rectangle.getHeight()));
            }
        }
        return fields;
    }

    private static Map<FontStyle, FontReference> fonts(COSDictionary form) throws IOException {
        Map<FontStyle, FontReference> found = new EnumMap<>(FontStyle.class);
        COSDictionary resources = form == null ? null : form.getCOSDictionary(COSName.DR);
        COSDictionary fonts = resources == null ? null : resources.getCOSDictionary(COSName.FONT);
        for (FontStyle style : FontStyle.values()) {
            COSName name = COSName.getPDFName(style.resourceName());
            if (fonts != null && fonts.getItem(name) instanceof COSObject reference) {
                found.put(style, new FontReference(number(reference), glyphs(fonts.getCOSDictionary(name))));
            }
        }
        return found;
    }

    /** The CIDToGIDMap (ISO 32000-1, section 9.7.4.2) tells which glyphs the subset holds: all others map to 0. */
    private static BitSet glyphs(COSDictionary font) throws IOException {
        BitSet glyphs = new BitSet();
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        if (descendants != null
                && descendants.getObject(0) instanceof COSDictionary descendant
                && descendant.getDictionaryObject(COSName.CID_TO_GID_MAP) instanceof COSStream map) {
            byte[] pairs;
            try (var in = map.createInputStream()) {
                pairs = in.readAllBytes();
            }
            for (int cid = 0; cid * 2 + 1 < pairs.length; cid++) {
                if ((pairs[cid * 2] | pairs[cid * 2 + 1]) != 0) {
                    glyphs.set(cid);
                }
            }
        }
        return glyphs;
    }

    private static SecurityStore securityStore(COSDictionary dss) throws IOException {
        return dss == null
                ? SecurityStore.EMPTY
                : new SecurityStore(
                        digests(dss.getCOSArray(CERTS)),
                        digests(dss.getCOSArray(CRLS)),
                        digests(dss.getCOSArray(OCSPS)));
    }

    private static Map<Sha256, Integer> digests(COSArray streams) throws IOException {
        Map<Sha256, Integer> digests = new LinkedHashMap<>();
        for (int i = 0; streams != null && i < streams.size(); i++) {
            if (streams.getObject(i) instanceof COSStream stream) {
                try (var in = stream.createInputStream()) {
                    digests.put(Sha256.of(in.readAllBytes()), number(streams.get(i)));
                }
            }
        }
        return digests;
    }
}
