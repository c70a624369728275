package org.alternat.sample;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Sets the three texts of the sample declaration as one tagged PDF/A-2a and PDF/UA-1 file. To set it anew:
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.alternat.sample.SampleDeclarationTool</pre>
 *
 * Date and identifier are fixed, so that the same texts give the same bytes again on the same JDK.
 */
public final class SampleDeclarationTool {

    static final Path SAMPLE = Path.of("src", "main", "resources", "sample");
    static final Path PDF = SAMPLE.resolve("declaration.pdf");

    private static final Path FONTS = Path.of("src", "main", "resources", "fonts");
    private static final Path STYLE = Path.of("src", "test", "resources", "sample");
    private static final String PRODUCER = "Alternat";
    private static final OffsetDateTime MADE = OffsetDateTime.parse("2026-11-23T12:00:00+01:00");

    private SampleDeclarationTool() {}

    public static void main(String[] arguments) throws IOException {
        Files.write(PDF, set());
    }

    static byte[] set() throws IOException {
        List<TextSetting> texts = Stream.of(TextLanguage.values())
                .map(language -> new TextSetting(language, read(SAMPLE.resolve("declaration." + language.tag + ".md"))))
                .toList();
        PDDocument document = new PDDocument();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(document)
                .usePdfVersion(1.7f)
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer(PRODUCER)
                .useUnicodeLineBreaker(new LineEnds())
                .withHtmlContent(page(texts), null)
                .toStream(ByteArrayOutputStream.nullOutputStream());
        byte[] space = font(builder, document, "Regular", 400, FontStyle.NORMAL);
        font(builder, document, "Bold", 700, FontStyle.NORMAL);
        font(builder, document, "Italic", 400, FontStyle.ITALIC);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument pdf = renderer.createPDFKeepOpen()) {
            new WordBreaks(space).restore(pdf);
            describe(pdf, texts);
            pdf.setDocumentId(MADE.toEpochSecond());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            // A plain cross-reference table: the sample is also what people open in a text editor first.
            pdf.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    /**
     * Without the font's ligatures: PDFBox 3.0.8 draws « ffi » as one glyph but writes no ToUnicode entry for it, so that
     * the letters are lost to search, to screen readers and to whoever copies the text. Returns the code of the space,
     * the same in every cut.
     */
    private static byte[] font(PdfRendererBuilder builder, PDDocument document, String cut, int weight, FontStyle style)
            throws IOException {
        TrueTypeFont font = new TTFParser()
                .parse(new RandomAccessReadBufferedFile(FONTS.resolve("GentiumBookPlus-" + cut + ".ttf")));
        font.setEnableGsub(false);
        PDType0Font embedded = PDType0Font.load(document, font, true);
        builder.useFont(new PDFontSupplier(embedded), "Gentium Book Plus", weight, style, true);
        return embedded.encode(" ");
    }

    private static String page(List<TextSetting> texts) {
        TextSetting last = texts.get(texts.size() - 1);
        return """
                <!DOCTYPE html>
                <html lang="fr">
                <head>
                <title>%1$s</title>
                <meta name="subject" content="%1$s"/>
                <style>%2$s</style>
                <bookmarks>%3$s</bookmarks>
                </head>
                <body>
                %4$s%5$s</body>
                </html>
                """.formatted(
                        texts.get(0).title,
                        read(STYLE.resolve("declaration.css")),
                        each(texts, SampleDeclarationTool::bookmarks),
                        cover(texts),
                        each(texts, text -> text.section(text == last)));
    }

    private static String cover(List<TextSetting> texts) {
        return """
                <section id="cover">
                <div class="frame"><div class="inner">%s</div></div>
                <div class="supports">%s</div>
                </section>
                """.formatted(
                each(texts, text -> "<p class='title' lang='%s'>%s</p>"
                        .formatted(text.language.tag, text.brokenTitle("head"))),
                each(texts, text -> "<p class='support' lang='%s'>%s</p>".formatted(text.language.tag, text.support)));
    }

    private static String bookmarks(TextSetting text) {
        StringBuilder articles = new StringBuilder();
        for (int i = 0; i < text.articles.size(); i++) {
            articles.append(
                    "<bookmark name='%s' href='#%s-%d'/>".formatted(text.articles.get(i), text.language.tag, i + 1));
        }
        return "<bookmark name='%s' href='#%s'>%s</bookmark>"
                .formatted(text.language.name, text.language.tag, articles);
    }

    private static String each(List<TextSetting> texts, java.util.function.Function<TextSetting, String> part) {
        return texts.stream().map(part).collect(Collectors.joining("\n"));
    }

    /** Metadata of our own: the titles in all languages, and no moment but the fixed one. */
    private static void describe(PDDocument pdf, List<TextSetting> texts) throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        Calendar made = GregorianCalendar.from(MADE.toZonedDateTime());
        information.setTitle(texts.get(0).title);
        information.setProducer(PRODUCER);
        information.setCreationDate(made);
        information.setModificationDate(made);
        pdf.setDocumentInformation(information);

        String packet = read(STYLE.resolve("declaration.xmp"))
                .replace("@title@", texts.get(0).title)
                .replace("@titles@", each(texts, text -> "<rdf:li xml:lang=\"%s\">%s</rdf:li>"
                        .formatted(text.language.tag, text.title)))
                .replace("@languages@", each(texts, text -> "<rdf:li>%s</rdf:li>".formatted(text.language.tag)))
                .replace("@producer@", PRODUCER)
                .replace("@made@", MADE.toString());
        PDMetadata metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(packet.getBytes(StandardCharsets.UTF_8));
        pdf.getDocumentCatalog().setMetadata(metadata);
        pdf.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
        for (PDPage page : pdf.getPages()) {
            page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        }
    }

    private static String read(Path file) {
        return new String(readBytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
