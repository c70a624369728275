package org.alternat.pades;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A signature page that is laid out but for its number: how many there are is known at the end. All lengths are in points. */
record LaidPage(PDPage page, StructureTree.PageMarks marks, PageContent content, List<COSDictionary> widgets) {

    static final double MARGIN = 62;
    /** What the title leaves free for the number beside it. */
    static final double NUMBER_ROOM = 60;

    static final double TITLE_BASELINE = PDRectangle.A4.getHeight() - 50;

    private static final double SIZE = 8.5;

    /** Writes the number beside the title, "5 / 7", and hands everything over to the page. */
    void finish(PDDocument document, int number, int total) throws IOException {
        String text = number + " / " + total;
        double width = EmbeddedFont.of(FontStyle.REGULAR).width(text, SIZE);
        content.operators(marks.artifact());
        content.text(text, FontStyle.REGULAR, SIZE, PDRectangle.A4.getWidth() - MARGIN - width, TITLE_BASELINE, width);
        content.operators(marks.end());
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.bytes());
        }
        page.getCOSObject().setItem(COSName.CONTENTS, stream);
        COSArray annotations = new COSArray();
        widgets.forEach(annotations::add);
        page.getCOSObject().setItem(COSName.ANNOTS, annotations);
    }
}
