package org.alternat.pades;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Draws the pages of a file before and after somebody signed it and compares the pictures. What objects may change is decided
 * by {@link RevisionComparison}; this one looks at what people see, in case the other has missed a way to change it. The
 * signer's own field is drawn in neither picture: it may change, what lies beneath it may not, and nothing that the signer
 * brought is drawn at all.
 */
public final class PageRendering {

    /** Enough to see a letter change, in pixels along a page's longer side. */
    private static final float LONGEST_SIDE = 900;

    /** Of a longer text the first pages and those with annotations are drawn: only a form and its pages may change at all. */
    private static final int MOST_PAGES = 60;

    private PageRendering() {}

    /** @return the first page, counted from 1, that looks different; nothing when all look the same */
    public static OptionalInt firstDifference(byte[] before, byte[] after, String fieldName)
            throws UploadRefusedException {
        try (PDDocument old = new StrictParser(before).parse(false);
                PDDocument now = new StrictParser(after).parse(false)) {
            if (old.getNumberOfPages() != now.getNumberOfPages()) {
                return OptionalInt.of(Math.min(old.getNumberOfPages(), now.getNumberOfPages()) + 1);
            }
            PDFRenderer oldPages = renderer(old, fieldName);
            PDFRenderer newPages = renderer(now, fieldName);
            for (int page = 0; page < old.getNumberOfPages(); page++) {
                if (isDrawn(old, now, page)
                        && !Arrays.equals(picture(old, oldPages, page), picture(now, newPages, page))) {
                    return OptionalInt.of(page + 1);
                }
            }
            return OptionalInt.empty();
        } catch (IOException | RuntimeException e) {
            throw new UploadRefusedException(UploadVerdict.Reason.NOT_READABLE);
        }
    }

    private static boolean isDrawn(PDDocument old, PDDocument now, int page) throws IOException {
        return page < MOST_PAGES
                || !old.getPage(page).getAnnotations().isEmpty()
                || !now.getPage(page).getAnnotations().isEmpty();
    }

    private static PDFRenderer renderer(PDDocument document, String fieldName) {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        PDField field = form == null ? null : form.getField(fieldName);
        Set<COSDictionary> own = Collections.newSetFromMap(new IdentityHashMap<>());
        if (field != null) {
            field.getWidgets().stream().map(PDAnnotationWidget::getCOSObject).forEach(own::add);
        }
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setAnnotationsFilter(annotation -> !own.contains(annotation.getCOSObject()));
        return renderer;
    }

    private static int[] picture(PDDocument document, PDFRenderer renderer, int number) throws IOException {
        PDPage page = document.getPage(number);
        PDRectangle box = page.getCropBox();
        float scale = Math.min(1, LONGEST_SIDE / Math.max(box.getWidth(), box.getHeight()));
        BufferedImage image = renderer.renderImage(number, scale, ImageType.RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] picture = Arrays.copyOf(pixels, pixels.length + 2);
        picture[pixels.length] = image.getWidth();
        picture[pixels.length + 1] = image.getHeight();
        return picture;
    }
}
