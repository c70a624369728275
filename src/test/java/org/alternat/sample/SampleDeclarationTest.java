package org.alternat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The committed PDF says what the three texts say, to eyes, to ears and to machines. */
class SampleDeclarationTest {

    private static final Pattern FOOT = Pattern.compile("(.+) · (\\d+)/(\\d+)\\s*$");

    private PDDocument pdf;

    @BeforeEach
    void open() throws IOException {
        pdf = Loader.loadPDF(SampleDeclarationTool.PDF.toFile());
    }

    @AfterEach
    void close() throws IOException {
        pdf.close();
    }

    @Test
    void setting_the_texts_again_gives_the_same_file() throws IOException {
        try (PDDocument again = Loader.loadPDF(SampleDeclarationTool.set())) {
            assertThat(PlainObjects.of(again)).isEqualTo(PlainObjects.of(pdf));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_paragraph_is_seen_in_its_order(TextLanguage language) throws IOException {
        assertHoldsInOrder(spaced(pagesIn(language)), paragraphs(language));
    }

    @ParameterizedTest
    @EnumSource
    void every_paragraph_is_read_aloud_in_its_order(TextLanguage language) throws IOException {
        assertHoldsInOrder(spaced(new TaggedText(pdf).of(passage(language))), paragraphs(language));
    }

    @ParameterizedTest
    @EnumSource
    void the_signature_tables_are_left_to_the_service(TextLanguage language) throws IOException {
        assertThat(paragraphs(language)).hasSize(27);
        assertThat(pagesIn(language)).doesNotContain("Partenaire 03", "Partner 03");
    }

    @Test
    void french_stands_first_then_dutch_then_english_each_on_pages_of_its_own() throws IOException {
        List<String> feet = new ArrayList<>();
        for (int page = 2; page <= pdf.getNumberOfPages(); page++) {
            feet.add(textOf(page).strip().lines().reduce("", (before, line) -> line));
        }

        assertThat(feet)
                .containsExactly(
                        "Déclaration commune Europe–Québec · 2/7",
                        "Déclaration commune Europe–Québec · 3/7",
                        "Gezamenlijke verklaring Europa–Quebec · 4/7",
                        "Gezamenlijke verklaring Europa–Quebec · 5/7",
                        "Europe–Québec Joint Declaration · 6/7",
                        "Europe–Québec Joint Declaration · 7/7");
    }

    @Test
    void the_title_page_bears_the_titles_and_the_support_in_every_language() throws IOException {
        for (TextLanguage language : TextLanguage.values()) {
            assertThat(spaced(textOf(1)))
                    .contains(paragraphs(language).get(0), paragraphs(language).get(1));
        }
    }

    @Test
    void it_is_tagged_and_every_passage_names_its_language() {
        assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");

        for (TextLanguage language : TextLanguage.values()) {
            PDStructureElement passage = passage(language);
            assertThat(kindsUnder(passage, "H1")).isEqualTo(1);
            assertThat(kindsUnder(passage, "H2")).isEqualTo(7);
            assertThat(kindsUnder(passage, "L")).isEqualTo(1);
            assertThat(kindsUnder(passage, "LI")).isEqualTo(5);
        }
    }

    @Test
    void its_title_is_shown_and_its_bookmarks_lead_to_every_article() throws IOException {
        assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                .isTrue();
        assertThat(pdf.getDocumentInformation().getTitle())
                .isEqualTo("Déclaration commune Europe–Québec sur l’évaluation de l’impact social");

        List<String> names = new ArrayList<>();
        for (PDOutlineItem language :
                pdf.getDocumentCatalog().getDocumentOutline().children()) {
            names.add(language.getTitle());
            assertThat(language.children()).hasSize(7).allSatisfy(article -> assertThat(
                            article.findDestinationPage(pdf))
                    .isNotNull());
        }
        assertThat(names).containsExactly("Français", "Nederlands", "English");
    }

    @Test
    void all_fonts_are_embedded_and_every_letter_can_be_copied_out() throws IOException {
        List<String> fonts = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                fonts.add(page.getResources().getFont(name).getName().replaceFirst("^[A-Z]{6}\\+", ""));
            }
        }

        assertThat(fonts).contains("GentiumBookPlus", "GentiumBookPlus-Bold", "GentiumBookPlus-Italic");
        assertThat(pagesIn(TextLanguage.EN)).contains("effect and languages", "affixed", "financial");
    }

    @Test
    void it_is_not_encrypted_and_holds_nothing_that_acts() {
        assertThat(pdf.isEncrypted()).isFalse();
        List<COSName> keys = new ArrayList<>();
        List<COSBase> actions = new ArrayList<>();
        for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet()) {
            if (pdf.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary dictionary) {
                keys.addAll(dictionary.keySet());
                actions.add(dictionary.getDictionaryObject(COSName.S));
            }
        }

        assertThat(keys).contains(COSName.METADATA, COSName.STRUCT_TREE_ROOT);
        assertThat(keys).doesNotContain(COSName.JS, COSName.OPEN_ACTION, COSName.AA, COSName.ACRO_FORM, COSName.ANNOTS);
        assertThat(actions)
                .contains(COSName.getPDFName("H1"))
                .doesNotContain(COSName.JAVA_SCRIPT, COSName.URI, COSName.getPDFName("Launch"));
    }

    @Test
    void it_declares_pdf_a_and_pdf_ua_and_carries_a_colour_profile() throws IOException {
        String metadata = new String(
                pdf.getDocumentCatalog().getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(metadata)
                .contains("<pdfaid:part>2</pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>")
                .contains("<rdf:li xml:lang=\"nl\">Gezamenlijke verklaring Europa–Quebec over de evaluatie");
        assertThat(pdf.getDocumentCatalog().getOutputIntents()).hasSize(1);
    }

    private static void assertHoldsInOrder(String text, List<String> paragraphs) {
        int at = 0;
        for (String paragraph : paragraphs) {
            assertThat(text.indexOf(paragraph, at))
                    .as("%s in %s", paragraph, text)
                    .isNotNegative();
            at = text.indexOf(paragraph, at) + paragraph.length();
        }
        assertThat(text.substring(at)).as("nothing follows the last paragraph").isBlank();
    }

    /** The one element that names the language and holds the title of its text. */
    private PDStructureElement passage(TextLanguage language) {
        List<PDStructureElement> passages = elementsUnder(
                        pdf.getDocumentCatalog().getStructureTreeRoot())
                .stream()
                .filter(element -> language.tag.equals(element.getLanguage()))
                .filter(element -> !"Document".equals(element.getStructureType()))
                .filter(element -> kindsUnder(element, "H1") == 1)
                .toList();
        assertThat(passages).as(language.name).hasSize(1);
        return passages.get(0);
    }

    /** Read without the tool's own parser: the test must not share its mistakes. */
    private static List<String> paragraphs(TextLanguage language) throws IOException {
        String markdown = Files.readString(SampleDeclarationTool.SAMPLE.resolve("declaration." + language.tag + ".md"));
        String text = markdown.substring(markdown.indexOf("-->") + 3).split("\n## (Signatures|Handtekeningen)\n")[0];
        return Arrays.stream(text.split("\n\\s*\n"))
                .map(paragraph -> spaced(paragraph.replaceAll("(?m)^#+ |\\*", "")))
                .toList();
    }

    private String pagesIn(TextLanguage language) throws IOException {
        int first = 2 + 2 * language.ordinal();
        return FOOT.matcher(textOf(first)).replaceFirst("")
                + FOOT.matcher(textOf(first + 1)).replaceFirst("");
    }

    private String textOf(int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private static String spaced(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F]+", " ").strip();
    }

    private static long kindsUnder(PDStructureNode node, String kind) {
        return elementsUnder(node).stream()
                .filter(element -> kind.equals(element.getStructureType()))
                .count();
    }

    private static List<PDStructureElement> elementsUnder(PDStructureNode node) {
        List<PDStructureElement> found = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                found.addAll(elementsUnder(element));
            }
        }
        return found;
    }
}
