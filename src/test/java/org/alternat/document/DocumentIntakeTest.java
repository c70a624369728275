package org.alternat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.alternat.pades.ChainFixture;
import org.alternat.pades.SignatureFields;
import org.alternat.shared.PdfBytes;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentIntakeTest {

    private final DocumentIntake intake = new DocumentIntake();

    static Stream<Arguments> bad_files() {
        return Stream.of(
                arguments("no bytes at all", new byte[0], IntakeRefusal.EMPTY),
                arguments("a text file", "Bonjour".getBytes(StandardCharsets.UTF_8), IntakeRefusal.NOT_A_PDF),
                arguments("a zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0}, IntakeRefusal.NOT_A_PDF),
                arguments("only a header", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), IntakeRefusal.DAMAGED),
                arguments("a truncated file", HostilePdfs.truncated(), IntakeRefusal.DAMAGED),
                arguments("a looping page tree", HostilePdfs.loopingPageTree(), IntakeRefusal.DAMAGED),
                arguments("tables and streams mixed", HostileXrefs.hybrid(), IntakeRefusal.DAMAGED),
                arguments("an xref that goes back to itself", HostileXrefs.goesBackToItself(), IntakeRefusal.DAMAGED),
                arguments(
                        "two xrefs that go back to each other",
                        HostileXrefs.goBackToEachOther(),
                        IntakeRefusal.DAMAGED),
                arguments("a password", HostilePdfs.encrypted("secret"), IntakeRefusal.ENCRYPTED),
                arguments("only permissions", HostilePdfs.encrypted(""), IntakeRefusal.ENCRYPTED),
                arguments("an XFA form", HostilePdfs.xfa(), IntakeRefusal.XFA),
                arguments("JavaScript", HostilePdfs.javaScript(), IntakeRefusal.ACTIVE_CONTENT),
                arguments("a launch action", HostilePdfs.launchAction(), IntakeRefusal.ACTIVE_CONTENT),
                arguments("an embedded file", HostilePdfs.embeddedFile(), IntakeRefusal.ACTIVE_CONTENT),
                arguments("501 pages", HostilePdfs.pages(501), IntakeRefusal.TOO_MANY_PAGES),
                arguments("over 50 MB", HostilePdfs.tooLarge(), IntakeRefusal.TOO_LARGE));
    }

    @ParameterizedTest(name = "{0} is refused as {2}")
    @MethodSource("bad_files")
    void a_text_that_could_not_be_signed_safely_is_refused(String what, byte[] upload, IntakeRefusal reason) {
        assertThat(intake.examine(upload)).isEqualTo(new IntakeResult.Refused(reason));
    }

    @Test
    void a_signed_file_is_refused(@TempDir Path folder) throws Exception {
        ChainFixture chain = new ChainFixture(folder, ChainFixture.text(1), 1);
        chain.sign(1);

        assertThat(intake.examine(chain.head().toByteArray()))
                .isEqualTo(new IntakeResult.Refused(IntakeRefusal.ALREADY_SIGNED));
        assertThat(SignatureFields.signature(1)).isEqualTo("SIG_0001");
    }

    @Test
    void an_accepted_text_is_saved_anew_as_one_revision_with_a_classic_cross_reference_table() throws Exception {
        byte[] upload = HostilePdfs.pages(500);

        IntakeResult.Accepted accepted = (IntakeResult.Accepted) intake.examine(upload);

        String text = new String(accepted.text().toByteArray(), StandardCharsets.ISO_8859_1);
        assertThat(accepted.pages()).isEqualTo(500);
        assertThat(text).startsWith("%PDF-1.7").endsWith("%%EOF\n").contains("\nxref\n");
        assertThat(text.indexOf("startxref")).isEqualTo(text.lastIndexOf("startxref"));
    }

    @Test
    void a_cross_reference_table_in_pieces_is_saved_anew_as_one() {
        byte[] upload = HostileXrefs.inPieces();

        IntakeResult.Accepted accepted = (IntakeResult.Accepted) intake.examine(upload);

        String text = new String(accepted.text().toByteArray(), StandardCharsets.ISO_8859_1);
        assertThat(new String(upload, StandardCharsets.ISO_8859_1)).containsPattern("xref\\n0 2\\n[^t]*\\n2 2\\n");
        assertThat(text).containsPattern("\\nxref\\n0 \\d+\\n(\\d{10} \\d{5} [fn]\\r\\n)+trailer");
    }

    @Test
    void the_sample_declaration_keeps_every_word() throws Exception {
        byte[] sample =
                getClass().getResourceAsStream("/sample/declaration.pdf").readAllBytes();

        IntakeResult.Accepted accepted = (IntakeResult.Accepted) intake.examine(sample);

        assertThat(words(accepted.text().toByteArray())).isEqualTo(words(sample));
    }

    @Test
    void a_text_tells_whether_it_claims_to_be_pdf_a_and_is_tagged() throws Exception {
        byte[] sample =
                getClass().getResourceAsStream("/sample/declaration.pdf").readAllBytes();

        IntakeResult.Accepted accepted = (IntakeResult.Accepted) intake.examine(sample);

        assertThat(TextTraits.of(accepted.text())).isEqualTo(new TextTraits(Optional.of("2a"), true));
        assertThat(TextTraits.of(ChainFixture.text(1))).isEqualTo(new TextTraits(Optional.empty(), false));
    }

    @Test
    void no_mutation_of_a_good_file_ends_in_anything_but_an_answer() {
        byte[] good = ChainFixture.text(2).toByteArray();
        java.util.Random random = new java.util.Random(20191128);
        for (int i = 0; i < 300; i++) {
            byte[] mutated = Arrays.copyOf(good, good.length);
            for (int flips = 0; flips < 8; flips++) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            IntakeResult result = intake.examine(mutated);
            if (result instanceof IntakeResult.Accepted accepted) {
                assertThat(accepted.text()).isNotEqualTo(new PdfBytes(new byte[0]));
            } else {
                assertThat(((IntakeResult.Refused) result).reason()).isNotNull();
            }
        }
    }

    private static String words(byte[] file) throws Exception {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
