package org.alternat.pades;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alternat.pades.SignaturePages.Block;
import org.alternat.pades.SignaturePages.Group;
import org.alternat.pades.SignatureWidget.Box;
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
    private static final double SPARE_ROW = 78;

    private final PDDocument document;
    private final COSArray fields;
    private final COSDictionary fontResources = new COSDictionary();
    private final EmptyAppearances appearances;
    private final Map<FontStyle, BitSet> glyphs;
    private final StructureTree tree;

    private final SignaturePages pages;

    private PDPage page;
    private StructureTree.PageMarks marks;
    private PageContent content;
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
        this.appearances = new EmptyAppearances(document, fontResources);
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
        spares();
        hiddenFields();
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
        content = new PageContent(glyphs);
        widgets.clear();
        content.operators(marks.artifact());
        content.text(pages.title(), FontStyle.REGULAR, 8.5, MARGIN, A4.getHeight() - 50, A4.getWidth() - 2 * MARGIN);
        content.rule(MARGIN, A4.getHeight() - 58, A4.getWidth() - MARGIN);
        content.operators(marks.end());
        y = TOP;
    }

    private void heading() {
        content.operators(marks.begin("H1", pages.language()));
        content.text(pages.heading(), FontStyle.BOLD, 19, MARGIN, y, A4.getWidth() - 2 * MARGIN);
        content.operators(marks.end());
        y -= 34;
    }

    private void finishPage() throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.bytes());
        }
        page.getCOSObject().setItem(COSName.CONTENTS, stream);
        COSArray annotations = new COSArray();
        widgets.forEach(annotations::add);
        page.getCOSObject().setItem(COSName.ANNOTS, annotations);
    }

    private void groupHeading(Group group) {
        y -= 12;
        content.operators(marks.begin("H2", pages.language()));
        content.text(group.heading(), FontStyle.REGULAR, 13, MARGIN, y, A4.getWidth() - 2 * MARGIN);
        content.operators(marks.end());
        y -= 16;
    }

    private void block(Block block, double x) throws IOException {
        double top = y - 10;
        content.operators(marks.begin("P", block.language()));
        String number = String.format(Locale.ROOT, "%02d", block.number());
        content.text(number, FontStyle.REGULAR, 9, x, top, 20);
        content.text(block.party(), FontStyle.BOLD, 10, x + 18, top, COLUMN - 18);
        if (!block.region().isBlank()) {
            content.text(block.region(), FontStyle.REGULAR, 8, x + 18, top - 10.5, COLUMN - 18);
        }
        content.operators(marks.end());
        content.operators(marks.artifact());
        content.box(x, top - 18 - BOX, COLUMN, BOX);
        content.operators(marks.end());
        field(block.fieldName(), block.tooltip(), block.language(), new Box(x, top - 18 - BOX, COLUMN, BOX));
    }

    private void closingSeal() throws IOException {
        y -= 14;
        double top = y - 10;
        content.operators(marks.begin("P", pages.language()));
        content.text(pages.sealLabel(), FontStyle.REGULAR, 8.5, MARGIN, top, A4.getWidth() - 2 * MARGIN);
        content.operators(marks.end());
        double width = 2 * COLUMN + GUTTER;
        content.operators(marks.artifact());
        content.box(MARGIN, top - 10 - BOX, width, BOX);
        content.operators(marks.end());
        field(SignatureFields.SEAL, pages.sealLabel(), pages.language(), new Box(MARGIN, top - 10 - BOX, width, BOX));
    }

    /** Nothing marks them before somebody signs there; the names of their fields go on in order of precedence. */
    private void spares() throws IOException {
        y -= BOX + 30;
        int column = 0;
        for (Block spare : pages.spares()) {
            if (column == 0 && y - SPARE_ROW < BOTTOM) {
                finishPage();
                startPage();
            }
            double x = MARGIN + column * (COLUMN + GUTTER);
            field(spare.fieldName(), spare.tooltip(), spare.language(), new Box(x, y - SPARE_ROW, COLUMN, BOX));
            column = 1 - column;
            if (column == 0) {
                y -= SPARE_ROW;
            }
        }
    }

    /** On a page that has annotations already: some validators take its first one for a forbidden change. */
    private void hiddenFields() throws IOException {
        hiddenField(SignatureFields.CERTIFICATION);
        for (int n = 1; n <= SignatureFields.archiveTimestamps(pages); n++) {
            hiddenField(SignatureFields.archiveTimestamp(n));
        }
    }

    private void hiddenField(String name) throws IOException {
        widget(name, pages.sealLabel(), Box.NOWHERE);
    }

    private void field(String name, String tooltip, Locale language, Box box) throws IOException {
        marks.form(widget(name, tooltip, box), language);
    }

    private COSDictionary widget(String name, String tooltip, Box box) throws IOException {
        COSDictionary widget = SignatureWidget.empty(name, tooltip, box);
        widget.setItem(COSName.P, page.getCOSObject());
        appearances.dress(widget, box);
        fields.add(widget);
        widgets.add(widget);
        return widget;
    }
}
