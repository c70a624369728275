package org.alternat.pades;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.alternat.shared.PdfBytes;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a file of our own making, as pictures and by the fields that stand on them. */
public final class PagePictures {

    /** Sharp on a screen that shows the page as wide as a text column, in pixels. */
    private static final float WIDTH = 1000;

    private PagePictures() {}

    /** The names of the fields on each page, in the order in which they were put there; the first page first. */
    public static List<List<String>> fields(PdfBytes file) {
        try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
            List<List<String>> pages = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                List<String> names = new ArrayList<>();
                for (PDAnnotation annotation : page.getAnnotations()) {
                    String name = annotation.getCOSObject().getString(COSName.T);
                    if (name != null) {
                        names.add(name);
                    }
                }
                pages.add(names);
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One page as a PNG.
     *
     * @param number counted from 1
     */
    public static byte[] png(PdfBytes file, int number) {
        try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
            float width = document.getPage(number - 1).getCropBox().getWidth();
            BufferedImage picture =
                    new PDFRenderer(document).renderImage(number - 1, WIDTH / Math.max(1, width), ImageType.RGB);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
