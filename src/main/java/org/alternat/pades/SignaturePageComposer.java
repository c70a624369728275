package org.alternat.pades;

import java.io.IOException;
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
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Lays the signature pages out like a treaty's: two columns of blocks, side by side in order of precedence. */
final class SignaturePageComposer {

    private static final PDRectangle A4 = PDRectangle.A4;
    private static final double MARGIN = LaidPage.MARGIN;
    private static final double GUTTER = 26;
    private static final double COLUMN = Math.floor((A4.getWidth() - 2 * MARGIN - GUTTER) / 2);
    private static final double TOP = A4.getHeight() - 96;
    private static final double BOTTOM = 70;
    private static final double ROW = 108;
    private static final double BOX = 66;
    private static final double SPARE_ROW = 78;
    private static final double NUMBER = 18;

    private final PDDocument document;
    private final COSArray fields;
    private final COSDictionary fontResources = new COSDictionary();
    private final EmptyAppearances appearances;
    private final Map<FontStyle, BitSet> glyphs;
    private final StructureTree tree;

    private final SignaturePages pages;
    private final PublicityFootPainter foot;

    /** Room for the number of each place; who signs alone has none. */
    private final double indent;

    private PDPage page;
    private StructureTree.PageMarks marks;
    private PageContent content;
    private List<COSDictionary> widgets = new ArrayList<>();
    private final List<LaidPage> laid = new ArrayList<>();
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
        this.indent = pages.places() > 1 ? NUMBER : 0;
        this.foot = new PublicityFootPainter(document, pages.foot(), MARGIN, A4.getWidth() - MARGIN);
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
            for (int i = 0; i < group.blocks().size(); i += 2) {
                row(group.blocks().subList(i, Math.min(i + 2, group.blocks().size())));
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
        numberPages();
    }

    private void startPage() {
        page = new PDPage(A4);
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fontResources);
        foot.into(resources);
        page.getCOSObject().setItem(COSName.RESOURCES, resources);
        document.addPage(page);
        marks = tree.page(page.getCOSObject());
        content = new PageContent(glyphs);
        widgets = new ArrayList<>();
        content.operators(marks.artifact());
        double room = A4.getWidth() - 2 * MARGIN - LaidPage.NUMBER_ROOM;
        List<String> title = LineBreaks.of(pages.title(), FontStyle.REGULAR, 8.5, room, 2);
        for (int i = 0; i < title.size(); i++) {
            double baseline = LaidPage.TITLE_BASELINE + (title.size() - 1 - i) * 10.5;
            content.text(title.get(i), FontStyle.REGULAR, 8.5, MARGIN, baseline, room);
        }
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

    private void finishPage() {
        foot.paint(content, marks);
        laid.add(new LaidPage(page, marks, content, widgets));
    }

    /** As they follow the text. */
    private void numberPages() throws IOException {
        int total = document.getNumberOfPages();
        for (int i = 0; i < laid.size(); i++) {
            laid.get(i).finish(document, total - laid.size() + i + 1, total);
        }
    }

    private void groupHeading(Group group) {
        y -= 12;
        content.operators(marks.begin("H2", pages.language()));
        content.text(group.heading(), FontStyle.REGULAR, 13, MARGIN, y, A4.getWidth() - 2 * MARGIN);
        content.operators(marks.end());
        y -= 16;
    }

    /** Two blocks side by side; a long name above one of them moves both down. */
    private void row(List<Block> blocks) throws IOException {
        double more = blocks.stream()
                .mapToDouble(
                        block -> PartyName.of(block.party(), COLUMN - indent).height())
                .max()
                .orElse(0);
        if (y - more - ROW < BOTTOM) {
            finishPage();
            startPage();
        }
        y -= more;
        for (int column = 0; column < blocks.size(); column++) {
            block(blocks.get(column), MARGIN + column * (COLUMN + GUTTER));
        }
        y -= ROW;
    }

    private void block(Block block, double x) throws IOException {
        double top = y - 10;
        content.operators(marks.begin("P", block.language()));
        PartyName name = PartyName.of(block.party(), COLUMN - indent);
        if (indent > 0) {
            String number = String.format(Locale.ROOT, "%02d", block.number());
            content.text(number, FontStyle.REGULAR, 9, x, top + name.height(), indent + 2);
        }
        for (int i = 0; i < name.lines().size(); i++) {
            double baseline = top + name.height() - i * name.leading();
            content.text(name.lines().get(i), FontStyle.BOLD, name.size(), x + indent, baseline, COLUMN - indent);
        }
        if (!block.region().isBlank()) {
            content.text(block.region(), FontStyle.REGULAR, 8, x + indent, top - 10.5, COLUMN - indent);
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
