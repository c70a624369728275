package org.alternat.pades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.alternat.shared.PdfBytes;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who funds the declaration, at the foot of the signature pages: for the eye, for the ear, and once for all revisions. */
class PublicityFootTest {

    static final PublicityFoot FOOT = new PublicityFoot(
            List.of(
                    "Union européenne · Europese Unie",
                    "Avec le soutien du Fonds européen de développement régional",
                    "Met steun van het Europees Fonds voor Regionale Ontwikkeling"),
            true,
            "Emblème de l’Union européenne",
            Locale.FRENCH,
            logo(),
            "VISES");

    @TempDir
    Path folder;

    @Test
    void every_signature_page_bears_the_mention_in_each_language() throws IOException {
        try (PDDocument document = prepared()) {
            assertThat(document.getNumberOfPages()).isGreaterThan(textPages() + 1);
            for (int page = textPages() + 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper reader = new PDFTextStripper();
                reader.setStartPage(page);
                reader.setEndPage(page);
                assertThat(reader.getText(document)).as("page %d", page).contains(FOOT.lines());
            }
        }
    }

    @Test
    void the_emblem_is_drawn_in_vectors_in_the_official_colours_on_each_page() throws IOException {
        try (PDDocument document = prepared()) {
            for (int page = textPages(); page < document.getNumberOfPages(); page++) {
                String content =
                        new String(document.getPage(page).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(content).contains("0 0.2 0.6 rg", "1 0.8 0 rg", "/Logo Do");
                assertThat(content.split("h f\n", -1)).as("twelve stars").hasSize(13);
            }
            BufferedImage seen = new PDFRenderer(document).renderImageWithDPI(textPages(), 288);
            // 42 × 28 points, 62 points from the left and 28 from below, four pixels to the point.
            assertThat(seen.getRGB(62 * 4 + 6, seen.getHeight() - 30 * 4) & 0xFFFFFF)
                    .isEqualTo(0x003399);
            int top = seen.getHeight() - (int) Math.round((28 + 28 * (0.5 + 1.0 / 3)) * 4);
            assertThat(seen.getRGB((62 + 21) * 4, top) & 0xFFFFFF).isEqualTo(0xFFCC00);
        }
    }

    @Test
    void a_screen_reader_is_told_once_what_the_emblem_and_the_logo_are() throws IOException {
        try (PDDocument document = prepared()) {
            List<String> figures = new java.util.ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), figures);

            assertThat(figures).contains(FOOT.alternative(), FOOT.logoName()).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_signature_costs_no_byte_more_for_it() throws Exception {
        SignaturePages with = ChainFixture.pages(2);
        SignaturePages without =
                new SignaturePages(with.title(), with.heading(), with.language(), with.groups(), with.sealLabel());
        PdfBytes text = ChainFixture.text(1);

        int plain =
                new ChainFixture(folder.resolve("plain"), text, without).sign(1).delta().length;
        int funded =
                new ChainFixture(folder.resolve("funded"), text, with).sign(1).delta().length;

        // An ECDSA signature and a serial number are a few bytes longer or shorter each time.
        assertThat(funded).isCloseTo(plain, within(64));
    }

    private static PDDocument prepared() throws IOException {
        return Loader.loadPDF(new FieldPreparation()
                .prepare(new PdfBytes(sample()), ChainFixture.pages(24))
                .toByteArray());
    }

    private static int textPages() throws IOException {
        try (PDDocument text = Loader.loadPDF(sample())) {
            return text.getNumberOfPages();
        }
    }

    private static byte[] sample() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PublicityFootTest.class.getResourceAsStream("/sample/declaration.pdf"))) {
            return in.readAllBytes();
        }
    }

    private static void collect(PDStructureNode node, List<String> figures) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if ("Figure".equals(element.getStructureType())) {
                    figures.add(String.valueOf(element.getAlternateDescription()));
                }
                collect(element, figures);
            }
        }
    }

    private static byte[] logo() {
        BufferedImage image = new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x8A1538));
        pen.fillRect(0, 0, 120, 40);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
