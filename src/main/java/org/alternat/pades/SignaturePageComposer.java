package org.alternat.pades;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alternat.pades.SignaturePages.Block;
import org.alternat.pades.SignaturePages.Group;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Lays the signature pages out like a treaty's: two columns of blocks, side by side in order of precedence. */
final class SignaturePageComposer {

    private static final PDRectangle A4 = PDRectangle.A4;
    private static final double MARGIN = 62;
    private static final double GUTTER = 26;
    private static final double COLUMN = Math.floor((A4.getWidth() - 2 * MARGIN - GUTTER) / 2);
    private static final double TOP = A4.getHeight() - 96;
    private static final double BOTTOM = 70;
    private static final double ROW = 108;
    private static final double BOX = 66;

    private final PDDocument document;
    private final COSArray fields;
    private final COSDictionary fontResources = new COSDictionary();
    private final Map<FontStyle, BitSet> glyphs;
    private final StructureTree tree;

    private final SignaturePages pages;

    private PDPage page;
    private StructureTree.PageMarks marks;
    private StringBuilder content;
    private final List<COSDictionary> widgets = new ArrayList<>();
    private double y;

    SignaturePageComposer(
            PDDocument document,
            COSDictionary form,
            Map<FontStyle, PDType0Font> fonts,
            Map<FontStyle, BitSet> glyphs,
            StructureTree tree,
            SignaturePages pages) {
        this.document = document;
        this.fields = java.util.Objects.requireNonNull(form.getCOSArray(COSName.FIELDS));
        fonts.forEach((style, font) -> fontResources.setItem(style.resourceName(), font.getCOSObject()));
        this.glyphs = glyphs;
        this.tree = tree;
        this.pages = pages;
        startPage();
        heading();
    }

    void compose() throws IOException {
        for (Group group : pages.groups()) {
            if (y - 40 - ROW < BOTTOM) {
                finishPage();
                startPage();
            }
            groupHeading(group);
            int column = 0;
            for (Block block : group.blocks()) {
                if (column == 0 && y - ROW < BOTTOM) {
                    finishPage();
                    startPage();
                }
                block(block, MARGIN + column * (COLUMN + GUTTER));
                column = 1 - column;
                if (column == 0) {
                    y -= ROW;
                }
            }
            if (column == 1) {
                y -= ROW;
            }
        }
        if (y - ROW < BOTTOM) {
            finishPage();
            startPage();
        }
        closingSeal();
        hiddenField(SignatureFields.CERTIFICATION);
        hiddenField(SignatureFields.ARCHIVE_TIMESTAMP);
        finishPage();
    }

    private void startPage() {
        page = new PDPage(A4);
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fontResources);
        page.getCOSObject().setItem(COSName.RESOURCES, resources);
        document.addPage(page);
        marks = tree.page(page.getCOSObject());
        content = new StringBuilder();
        widgets.clear();
        content.append(marks.artifact());
        text(pages.title(), FontStyle.REGULAR, 8.5, MARGIN, A4.getHeight() - 50, A4.getWidth() - 2 * MARGIN);
        rule(A4.getHeight() - 58, 0.5);
        content.append(marks.end());
        y = TOP;
    }

    private void heading() {
        content.append(marks.begin("H1", pages.language()));
        text(pages.heading(), FontStyle.BOLD, 19, MARGIN, y, A4.getWidth() - 2 * MARGIN);
        content.append(marks.end());
        y -= 34;
    }

    private void finishPage() throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        page.getCOSObject().setItem(COSName.CONTENTS, stream);
        COSArray annotations = new COSArray();
        widgets.forEach(annotations::add);
        page.getCOSObject().setItem(COSName.ANNOTS, annotations);
    }

    private void groupHeading(Group group) {
        y -= 12;
        content.append(marks.begin("H2", pages.language()));
        text(group.heading(), FontStyle.REGULAR, 13, MARGIN, y, A4.getWidth() - 2 * MARGIN);
        content.append(marks.end());
        y -= 16;
    }

    private void block(Block block, double x) {
        double top = y - 10;
        content.append(marks.begin("P", block.language()));
        String number = String.format(Locale.ROOT, "%02d", block.number());
        text(number, FontStyle.REGULAR, 9, x, top, 20);
        text(block.party(), FontStyle.BOLD, 10, x + 18, top, COLUMN - 18);
        if (!block.region().isBlank()) {
            text(block.region(), FontStyle.REGULAR, 8, x + 18, top - 10.5, COLUMN - 18);
        }
        content.append(marks.end());
        box(x, top - 18 - BOX);
        field(block.fieldName(), block.tooltip(), block.language(), x, top - 18 - BOX, COLUMN, BOX);
    }

    private void closingSeal() {
        y -= 14;
        double top = y - 10;
        content.append(marks.begin("P", pages.language()));
        text(pages.sealLabel(), FontStyle.REGULAR, 8.5, MARGIN, top, A4.getWidth() - 2 * MARGIN);
        content.append(marks.end());
        double width = 2 * COLUMN + GUTTER;
        box(MARGIN, top - 10 - BOX, width);
        field(SignatureFields.SEAL, pages.sealLabel(), pages.language(), MARGIN, top - 10 - BOX, width, BOX);
    }

    private void hiddenField(String name) {
        field(name, pages.sealLabel(), pages.language(), 0, 0, 0, 0);
    }

    private void field(
            String name, String tooltip, Locale language, double x, double bottom, double width, double height) {
        COSDictionary widget = SignatureWidget.empty(name, tooltip, x, bottom, width, height);
        widget.setItem(COSName.P, page.getCOSObject());
        marks.form(widget, language);
        fields.add(widget);
        widgets.add(widget);
    }

    private void box(double x, double bottom) {
        box(x, bottom, COLUMN);
    }

    private void box(double x, double bottom, double width) {
        content.append(marks.artifact());
        content.append("q 0.965 0.97 0.98 rg ")
                .append(CosText.number(x))
                .append(' ')
                .append(CosText.number(bottom))
                .append(' ')
                .append(CosText.number(width))
                .append(' ')
                .append(CosText.number(BOX))
                .append(" re f Q\n");
        content.append("q 0.5 0.55 0.62 RG 0.4 w ")
                .append(CosText.number(x))
                .append(' ')
                .append(CosText.number(bottom))
                .append(" m ")
                .append(CosText.number(x + width))
                .append(' ')
                .append(CosText.number(bottom))
                .append(" l S Q\n");
        content.append(marks.end());
    }

    private void rule(double at, double thickness) {
        content.append("q 0.086 0.2 0.427 RG ")
                .append(CosText.number(thickness))
                .append(" w ")
                .append(CosText.number(MARGIN))
                .append(' ')
                .append(CosText.number(at))
                .append(" m ")
                .append(CosText.number(A4.getWidth() - MARGIN))
                .append(' ')
                .append(CosText.number(at))
                .append(" l S Q\n");
    }

    /** Sets one line, narrower when it would not fit. */
    private void text(String line, FontStyle style, double size, double x, double baseline, double room) {
        EmbeddedFont font = EmbeddedFont.of(style);
        double natural = font.width(line, size);
        double fitted = natural > room ? size * room / natural : size;
        content.append("BT 0.07 0.09 0.13 rg /")
                .append(style.resourceName())
                .append(' ')
                .append(CosText.number(fitted))
                .append(" Tf 1 0 0 1 ")
                .append(CosText.number(x))
                .append(' ')
                .append(CosText.number(baseline))
                .append(" Tm <")
                .append(font.encode(line, java.util.Objects.requireNonNull(glyphs.get(style))))
                .append("> Tj ET\n");
    }
}
