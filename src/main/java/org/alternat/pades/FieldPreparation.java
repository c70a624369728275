package org.alternat.pades;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.alternat.shared.PdfBytes;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Makes every signature field before the first signature, on signature pages behind the text: afterwards only fields are
 * filled, and no earlier signature is ever disturbed. The result is one incremental update of the frozen text.
 */
public final class FieldPreparation {

    private static final COSName ESIC = COSName.getPDFName("ESIC");

    /**
     * Appends the signature pages.
     *
     * @param text the frozen text: one revision, classic cross-reference table, no form of its own
     * @return the whole file; it starts with the text's bytes
     */
    public PdfBytes prepare(PdfBytes text, SignaturePages pages) {
        try (PDDocument document = Loader.loadPDF(text.toByteArray())) {
            Map<FontStyle, PDType0Font> fonts = new EnumMap<>(FontStyle.class);
            Map<FontStyle, BitSet> glyphs = new EnumMap<>(FontStyle.class);
            for (FontStyle style : FontStyle.values()) {
                embed(document, style, pages, fonts, glyphs);
            }
            COSDictionary form = form(document, fonts);
            StructureTree tree = StructureTree.of(document);
            new SignaturePageComposer(document, form, fonts, glyphs, tree, pages).compose();
            tree.close();
            declareExtension(document.getDocumentCatalog().getCOSObject());
            for (PDType0Font font : fonts.values()) {
                font.subset();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 256 * 1024);
            document.saveIncremental(out);
            return new PdfBytes(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void embed(
            PDDocument document,
            FontStyle style,
            SignaturePages pages,
            Map<FontStyle, PDType0Font> fonts,
            Map<FontStyle, BitSet> glyphs)
            throws IOException {
        EmbeddedFont face = EmbeddedFont.of(style);
        PDType0Font font = PDType0Font.load(document, new ByteArrayInputStream(face.file()), true);
        BitSet embedded = new BitSet();
        java.util.function.IntConsumer add = codePoint -> {
            if (face.glyph(codePoint) != 0) {
                font.addToSubset(codePoint);
                embedded.set(face.glyph(codePoint));
            }
        };
        EmbeddedFont.forEachCoveredCharacter(add);
        // Characters of this declaration's own names, whatever their script, as far as the typeface has them.
        pages.toString().codePoints().forEach(add);
        fonts.put(style, font);
        glyphs.put(style, embedded);
    }

    private static COSDictionary form(PDDocument document, Map<FontStyle, PDType0Font> fonts) {
        COSDictionary resources = new COSDictionary();
        COSDictionary fontResources = new COSDictionary();
        fonts.forEach((style, font) -> fontResources.setItem(style.resourceName(), font.getCOSObject()));
        resources.setItem(COSName.FONT, fontResources);
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.FIELDS, new COSArray());
        // Signatures exist, append only (ISO 32000-1, table 219): set now, so that signing leaves the form alone.
        form.setItem(COSName.SIG_FLAGS, COSInteger.get(3));
        form.setItem(COSName.DR, resources);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        return form;
    }

    /** PAdES signatures in a PDF 1.7 file announce the ETSI extension (EN 319 142-1, section 5.6). */
    private static void declareExtension(COSDictionary catalog) {
        COSDictionary extension = new COSDictionary();
        extension.setItem(COSName.TYPE, COSName.getPDFName("DeveloperExtensions"));
        extension.setItem(COSName.getPDFName("BaseVersion"), COSName.getPDFName("1.7"));
        extension.setInt(COSName.getPDFName("ExtensionLevel"), 5);
        COSDictionary extensions = new COSDictionary();
        extensions.setItem(ESIC, extension);
        extensions.setDirect(true);
        extension.setDirect(true);
        catalog.setItem(COSName.getPDFName("Extensions"), extensions);
    }
}
