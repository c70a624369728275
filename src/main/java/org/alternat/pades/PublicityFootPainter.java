package org.alternat.pades;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** Sets the foot of the signature pages. All lengths are in points. */
final class PublicityFootPainter {

    private static final String LOGO = "Logo";
    private static final double MIDDLE = 42;
    private static final double HOIST = 28;
    private static final double FLY = HOIST * org.alternat.shared.EuropeanEmblem.FLY;
    private static final double WIDEST_LOGO = 120;
    private static final double GAP = 10;
    private static final double SIZE = 8;
    private static final double LEADING = 9.5;

    private final PublicityFoot foot;
    private final double left;
    private final double right;
    private final @Nullable PDImageXObject logo;
    private boolean told;

    PublicityFootPainter(PDDocument document, PublicityFoot foot, double left, double right) {
        this.foot = foot;
        this.left = left;
        this.right = right;
        this.logo = logo(document, foot.logo());
    }

    /** What a page needs to show it. */
    void into(COSDictionary resources) {
        if (logo != null) {
            COSDictionary images = new COSDictionary();
            images.setItem(LOGO, logo.getCOSObject());
            resources.setItem(COSName.XOBJECT, images);
        }
    }

    void paint(PageContent content, StructureTree.PageMarks marks) {
        double x = left;
        if (foot.emblem()) {
            content.operators(told ? marks.artifact() : marks.figure(foot.alternative(), foot.language()));
            content.emblem(x, MIDDLE - HOIST / 2, HOIST);
            content.operators(marks.end());
            x += FLY + GAP;
        }
        double logoWidth = logo == null ? 0 : logoWidth(logo);
        lines(content, marks, x, logo == null ? right : right - logoWidth - GAP);
        if (logo != null) {
            double height = logoWidth * logo.getHeight() / logo.getWidth();
            content.operators(told ? marks.artifact() : marks.figure(foot.logoName(), foot.language()));
            content.image(LOGO, right - logoWidth, MIDDLE - height / 2, logoWidth, height);
            content.operators(marks.end());
        }
        told = true;
    }

    private void lines(PageContent content, StructureTree.PageMarks marks, double x, double end) {
        if (foot.lines().isEmpty()) {
            return;
        }
        content.operators(told ? marks.artifact() : marks.begin("P", foot.language()));
        double baseline = MIDDLE + foot.lines().size() * LEADING / 2 - SIZE + 1;
        for (String line : foot.lines()) {
            content.text(line, FontStyle.REGULAR, SIZE, x, baseline, end - x);
            baseline -= LEADING;
        }
        content.operators(marks.end());
    }

    private static double logoWidth(PDImageXObject logo) {
        return Math.min(WIDEST_LOGO, HOIST * logo.getWidth() / logo.getHeight());
    }

    private static @Nullable PDImageXObject logo(PDDocument document, byte[] png) {
        try {
            return png.length == 0
                    ? null
                    : LosslessFactory.createFromImage(document, ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new IllegalStateException("the logo that we keep is no picture", e);
        }
    }
}
