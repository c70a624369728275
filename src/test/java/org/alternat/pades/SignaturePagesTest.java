package org.alternat.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.pades.ChainWriter.SignatureDetails;
import org.alternat.shared.PdfBytes;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages that receive the signatures promise, before and after somebody has signed. */
class SignaturePagesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 24, 200})
    void every_visible_field_lies_on_its_page_has_an_appearance_and_overlaps_no_other(int signatories)
            throws Exception {
        PdfBytes prepared = new FieldPreparation().prepare(ChainFixture.text(1), withSpares(signatories, 3));

        try (PDDocument document = Loader.loadPDF(prepared.toByteArray())) {
            int visible = 0;
            for (var page : document.getPages()) {
                List<float[]> boxes = new ArrayList<>();
                for (var annotation : page.getAnnotations()) {
                    var box = annotation.getRectangle();
                    if (box.getWidth() > 0) {
                        visible++;
                        assertThat(page.getCropBox().contains(box.getLowerLeftX(), box.getLowerLeftY()))
                                .isTrue();
                        assertThat(page.getCropBox().contains(box.getUpperRightX(), box.getUpperRightY()))
                                .isTrue();
                        assertThat(annotation.getAppearance().getNormalAppearance())
                                .isNotNull();
                        float[] edges = {
                            box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY()
                        };
                        assertThat(boxes).noneMatch(other -> overlap(other, edges));
                        boxes.add(edges);
                    }
                }
            }
            assertThat(visible).isEqualTo(signatories + 3 + 1);
        }
    }

    @Test
    void a_late_signatory_signs_in_a_spare_that_nobody_saw_before() throws Exception {
        PdfBytes text = ChainFixture.text(1);
        ChainFixture chain = new ChainFixture(folder, text, withSpares(2, 1));
        String before = words(chain.head());

        chain.sign(3);

        assertThat(before).contains("02").doesNotContain("03");
        assertThat(words(chain.head())).isEqualTo(before);
        assertThat(appearance(chain.head(), "SIG_0003").getLength()).isGreaterThan(100);
        assertThat(new SignatureVerifier(chain.pki.anchors())
                        .verify(chain.head())
                        .valid())
                .isTrue();
    }

    @Test
    void who_signs_alone_has_no_number() throws Exception {
        String alone = words(new FieldPreparation().prepare(ChainFixture.text(1), withSpares(1, 2)));
        String two = words(new FieldPreparation().prepare(ChainFixture.text(1), withSpares(2, 2)));

        assertThat(alone).contains("Fédération n° 1 de l’économie sociale").doesNotContain("01");
        assertThat(two).contains("01", "02");
    }

    @Test
    void a_long_party_is_named_in_full_in_letters_that_can_be_read_and_every_page_has_its_number() throws Exception {
        String party =
                "Fédération nationale des centres d’initiatives pour valoriser l’agriculture et le milieu rural des"
                        + " Hauts-de-France";
        ChainFixture chain = new ChainFixture(folder, ChainFixture.text(1), pagesFor(party));
        SignatureDetails details = ChainFixture.details(SignatureFields.signature(1), "Zoë D’Hondt");
        List<String> lines = List.of("Zoë D’Hondt", "", "pour et au nom de " + party, "28 novembre 2019", "Niveau");
        AppendedRevision signed = chain.writer.sign(
                chain.tip,
                new SignatureDetails(
                        details.fieldName(),
                        details.signerName(),
                        details.reason(),
                        details.location(),
                        details.claimedAt(),
                        lines),
                chain.pki.seal());
        byte[] prepared = chain.head().toByteArray();
        byte[] file = Arrays.copyOf(prepared, prepared.length + signed.delta().length);
        System.arraycopy(signed.delta(), 0, file, prepared.length, signed.delta().length);

        assertThat(words(chain.head()).replaceAll("\\s+", " ")).contains(party, "2 / 2");
        for (Matcher size = Pattern.compile("/\\S+ ([0-9.]+) Tf").matcher(looks(file)); size.find(); ) {
            assertThat(Double.parseDouble(size.group(1))).isGreaterThan(5);
        }
        assertThat(looks(file)).doesNotContain(" Tz ");
    }

    private static SignaturePages pagesFor(String party) {
        SignaturePages.Block block =
                new SignaturePages.Block(1, SignatureFields.signature(1), party, "", "Signature", Locale.FRENCH);
        return new SignaturePages(
                "Déclaration",
                "Signatures",
                Locale.FRENCH,
                List.of(new SignaturePages.Group("Europe", List.of(block))),
                "Sceau");
    }

    private static String looks(byte[] file) throws Exception {
        try (var in =
                appearance(new PdfBytes(file), SignatureFields.signature(1)).createInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void names_in_latin_greek_and_cyrillic_letters_can_be_shown() {
        ChainState state = new ChainFixture(folder, ChainFixture.text(1), 1).tip;

        assertThat(List.of(
                        "Łukasz Őry-Straße", "Ελένη Παπαδοπούλου", "Цветана Георгиева", "Zoë D’Hondt", "İlkay Şahin"))
                .allMatch(state::shows);
    }

    @Test
    void of_a_name_in_another_script_the_file_says_that_it_cannot_show_it() {
        ChainState state = new ChainFixture(folder, ChainFixture.text(1), 1).tip;

        assertThat(List.of("王小明", "محمد", "Li 王")).noneMatch(state::shows);
    }

    @Test
    void letters_beyond_the_usual_ones_are_embedded_when_a_signatory_needs_them() {
        PdfBytes text = ChainFixture.text(1);
        SignaturePages plain = ChainFixture.pages(1);
        SignaturePages told = new SignaturePages(
                plain.title(),
                plain.heading(),
                plain.language(),
                plain.groups(),
                plain.sealLabel(),
                List.of(),
                "Ẹ̀niọlá Nguyễn");

        assertThat(ChainReader.read(new FieldPreparation().prepare(text, told)).shows("Nguyễn"))
                .isTrue();
    }

    private static SignaturePages withSpares(int signatories, int spares) {
        SignaturePages pages = ChainFixture.pages(signatories);
        List<SignaturePages.Block> places = new ArrayList<>();
        for (int n = signatories + 1; n <= signatories + spares; n++) {
            places.add(new SignaturePages.Block(
                    n, SignatureFields.signature(n), "", "", "Emplacement supplémentaire", Locale.FRENCH));
        }
        return new SignaturePages(
                pages.title(), pages.heading(), pages.language(), pages.groups(), pages.sealLabel(), places, "");
    }

    private static boolean overlap(float[] a, float[] b) {
        return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    }

    private static COSStream appearance(PdfBytes file, String field) throws Exception {
        PDDocument document = Loader.loadPDF(file.toByteArray());
        COSDictionary widget =
                document.getDocumentCatalog().getAcroForm(null).getField(field).getCOSObject();
        return widget.getCOSDictionary(COSName.AP).getCOSStream(COSName.N);
    }

    private static String words(PdfBytes file) throws Exception {
        try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
