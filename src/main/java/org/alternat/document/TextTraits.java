package org.alternat.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.shared.PdfBytes;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What a text says of itself, for whoever decides to circulate it. Nothing of it is checked here: a file that calls itself
 * PDF/A need not be it.
 *
 * @param pdfA part and level of ISO 19005 that it claims, such as {@code 2b}; empty when it claims none
 * @param tagged whether it has the structure that screen readers need (ISO 32000-1, section 14.8)
 */
public record TextTraits(Optional<String> pdfA, boolean tagged) {

    private static final Pattern PART = Pattern.compile("pdfaid:part(?:>|\\s*=\\s*[\"'])\\s*(\\d)");
    private static final Pattern LEVEL = Pattern.compile("pdfaid:conformance(?:>|\\s*=\\s*[\"'])\\s*([A-Za-z])");

    /** @throws IllegalArgumentException when the file cannot be read as a PDF */
    public static TextTraits of(PdfBytes text) {
        try (PDDocument document = Loader.loadPDF(text.toByteArray())) {
            var catalog = document.getDocumentCatalog();
            boolean tagged = catalog.getStructureTreeRoot() != null
                    && catalog.getMarkInfo() != null
                    && catalog.getMarkInfo().isMarked();
            return new TextTraits(claim(catalog.getMetadata()), tagged);
        } catch (IOException e) {
            throw new IllegalArgumentException("the text cannot be read as a PDF", e);
        }
    }

    private static Optional<String> claim(@org.jspecify.annotations.Nullable PDMetadata metadata) throws IOException {
        if (metadata == null) {
            return Optional.empty();
        }
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        Matcher part = PART.matcher(xmp);
        Matcher level = LEVEL.matcher(xmp);
        return part.find()
                ? Optional.of(part.group(1) + (level.find() ? level.group(1).toLowerCase(java.util.Locale.ROOT) : ""))
                : Optional.empty();
    }
}
