package org.alternat.document;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.alternat.shared.PdfBytes;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What can be read in a text that the intake has accepted. */
public final class DocumentText {

    private DocumentText() {}

    /** Whether every one of the words stands in it, however its lines are broken and whatever the case. */
    public static boolean quotes(PdfBytes pdf, String... words) {
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            String text = plain(new PDFTextStripper().getText(document));
            return Arrays.stream(words).map(DocumentText::plain).allMatch(text::contains);
        } catch (IOException | RuntimeException e) {
            // A text that cannot be read quotes nothing; whether it may circulate was for the intake to say.
            return false;
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\u00a0\u00ad]+", "").toLowerCase(Locale.ROOT);
    }
}
