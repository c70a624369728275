package org.alternat.pades;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.alternat.pades.SignatureWidget.Box;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What visible fields look like while nobody has signed in them: nothing, but PDF/A asks for an appearance of every widget
 * that has an extent (ISO 19005-2, clause 6.3.3). Fields of one size share one. It differs from the appearance that a
 * signature brings (see {@link ChainWriter}) in the content of its stream alone, which validators know as a filled field
 * (decision 0011).
 */
final class EmptyAppearances {

    private final PDDocument document;
    private final COSDictionary fontResources;
    private final Map<String, COSStream> bySize = new HashMap<>();

    EmptyAppearances(PDDocument document, COSDictionary fontResources) {
        this.document = document;
        this.fontResources = fontResources;
    }

    /** Gives the widget its appearance, when it has an extent. */
    void dress(COSDictionary widget, Box box) throws IOException {
        if (!box.isVisible()) {
            return;
        }
        String size = CosText.number(box.width()) + " " + CosText.number(box.height());
        COSStream form = bySize.get(size);
        if (form == null) {
            form = empty(box);
            bySize.put(size, form);
        }
        COSDictionary appearance = new COSDictionary();
        appearance.setItem(COSName.N, form);
        widget.setItem(COSName.AP, appearance);
    }

    private COSStream empty(Box box) throws IOException {
        COSStream form = document.getDocument().createCOSStream();
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.FORMTYPE, COSInteger.ONE);
        COSArray edges = new COSArray();
        for (double edge : new double[] {0, 0, box.width(), box.height()}) {
            edges.add(SignatureWidget.number(edge));
        }
        form.setItem(COSName.BBOX, edges);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fontResources);
        form.setItem(COSName.RESOURCES, resources);
        try (OutputStream out = form.createOutputStream()) {
            out.write(new byte[0]);
        }
        return form;
    }
}
