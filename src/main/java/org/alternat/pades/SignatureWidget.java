package org.alternat.pades;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/** A signature field merged with its widget (ISO 32000-1, sections 12.7.4.5 and 12.5.6.19) in which nobody has signed. */
final class SignatureWidget {

    private SignatureWidget() {}

    /** Makes one; see {@link EmptyAppearances} for what it looks like. */
    static COSDictionary empty(String name, String tooltip, Box box) {
        COSDictionary widget = new COSDictionary();
        widget.setItem(COSName.TYPE, COSName.ANNOT);
        widget.setItem(COSName.SUBTYPE, COSName.WIDGET);
        widget.setItem(COSName.FT, COSName.SIG);
        widget.setString(COSName.T, name);
        widget.setString(COSName.TU, tooltip);
        // Print, and nothing else (PDF/A-2, clause 6.3.2).
        widget.setInt(COSName.F, 4);
        COSArray rectangle = new COSArray();
        for (double edge : new double[] {box.x(), box.bottom(), box.x() + box.width(), box.bottom() + box.height()}) {
            rectangle.add(number(edge));
        }
        widget.setItem(COSName.RECT, rectangle);
        return widget;
    }

    /** Where a field stands on its page, in points from the lower left corner. */
    record Box(double x, double bottom, double width, double height) {

        /** Outside the page and without extent: nobody sees it, and no screen reader stops at it. */
        static final Box NOWHERE = new Box(-1, -1, 0, 0);

        boolean isVisible() {
            return width > 0 && height > 0;
        }
    }

    /** Written in the same way as {@link ChainWriter} writes it, so that not even the kind of number changes. */
    static COSNumber number(double value) {
        try {
            return COSNumber.get(CosText.number(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
