package org.alternat.document;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** Says what the colours of a text mean: sRGB, unless the text itself says otherwise (ISO 19005-2, clause 6.2.3). */
final class OutputIntent {

    private static final String SRGB = "sRGB IEC61966-2.1";

    private OutputIntent() {}

    static void complete(PDDocument document) throws IOException {
        if (!document.getDocumentCatalog().getOutputIntents().isEmpty()) {
            return;
        }
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().addOutputIntent(intent);
    }
}
