package org.alternat.pades.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.alternat.pades.ChainFixture;
import org.alternat.pades.RevisionChange;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.VerificationReport.Conclusion;
import org.alternat.pades.VerificationReport.Kind;
import org.alternat.pades.VerificationReport.Level;
import org.alternat.pades.VerificationReport.Problem;
import org.alternat.pades.VerificationReport.Verdict;
import org.alternat.pades.VerificationReport.VerifiedSignature;
import org.alternat.pki.TestPki;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed declaration that somebody kept for years in a program of their own, which added its proof to it. */
class StrangersBehindOurSealTest {

    @TempDir
    static Path folder;

    private static ChainFixture chain;
    private static TestPki strangers;
    private static byte[] sealed;

    @BeforeAll
    static void a_sealed_declaration() throws Exception {
        chain = new ChainFixture(folder, ChainFixture.text(1), 2);
        strangers = new TestPki(folder.resolve("strangers"));
        chain.certify();
        chain.sign(1);
        chain.sign(2);
        chain.seal();
        sealed = chain.head().toByteArray();
    }

    @Test
    void validation_data_of_another_program_extend_the_file_and_harm_nothing() throws Exception {
        VerificationReport report =
                verify(withStore(sealed, new ForeignPki().revocationList()).close());

        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.extended()).isTrue();
        assertThat(lastChanges(report)).containsExactly("VALIDATION_DATA_ADDED");
        assertThat(report.signatures().stream().filter(one -> one.kind() != Kind.ARCHIVE_TIMESTAMP))
                .extracting(VerifiedSignature::level)
                .containsOnly(Level.B_LTA);
    }

    @Test
    void a_store_that_leaves_out_what_was_there_proves_less_and_is_never_a_yes() {
        PdfUpdate update = new PdfUpdate(sealed);
        int empty = update.add("<</Type/DSS>>");

        VerificationReport report = verify(update.substitute(update.root(), "/DSS \\d+ 0 R", "/DSS " + empty + " 0 R")
                .close());

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_PROVABLE);
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void validation_data_with_a_note_on_the_page_are_an_alteration() throws Exception {
        PdfUpdate update = withStore(sealed, new ForeignPki().revocationList());
        int note = update.add("<</Type/Annot/Subtype/FreeText/Rect[70 600 400 640]/Contents(not agreed)/F 4>>");
        update.insert(update.page(), "/Annots[" + note + " 0 R]");

        VerificationReport report = verify(update.close());

        assertThat(report.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(lastBreaking(report)).contains("ANNOTATION_ADDED 1");
    }

    @Test
    void a_timestamp_by_an_authority_that_is_known_here_renews_the_file_once_its_list_is_there() throws Exception {
        byte[] timestamped = FormScene.timestampedInAFieldOfItsOwn(sealed, "Renewal", false, strangers.timestamps());

        VerificationReport before = verifyKnowing(timestamped);
        assertThat(lastChanges(before))
                .containsExactlyInAnyOrder("SIGNATURE_FIELD_ADDED Renewal", "TIMESTAMP_ADDED Renewal");
        assertThat(last(before).kind()).isEqualTo(Kind.ARCHIVE_TIMESTAMP);
        assertThat(last(before).problems()).isEmpty();
        assertThat(before.verdict())
                .as("nothing says whether the authority was revoked")
                .isEqualTo(Verdict.NOT_PROVABLE);

        VerificationReport after = verifyKnowing(
                withStore(timestamped, strangers.authority().revocationList().getEncoded())
                        .close());
        assertThat(after.verdict()).as(after.toString()).isEqualTo(Verdict.VALID);
        assertThat(after.extended()).isTrue();
    }

    @Test
    void a_timestamp_by_nobody_who_is_known_here_is_told_and_every_signature_still_holds() {
        VerificationReport report =
                verify(FormScene.timestampedInAFieldOfItsOwn(sealed, "Renewal", false, strangers.timestamps()));

        assertThat(last(report).problems()).containsExactly(Problem.TIMESTAMP_AUTHORITY);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_PROVABLE);
        assertThat(report.signatures().subList(0, report.signatures().size() - 1))
                .extracting(VerifiedSignature::conclusion)
                .containsOnly(Conclusion.PASSED);
    }

    @Test
    void a_timestamp_in_the_field_that_was_kept_for_ours_is_like_any_other() {
        ForeignTool tool = UploadAttack.with(tool(), one -> one.timestampsTheDocument = true);

        VerificationReport report = verify(tool.sign(new PdfUpdate(sealed), "TIMESTAMP_0002"));

        assertThat(lastChanges(report)).containsExactly("TIMESTAMP_ADDED TIMESTAMP_0002");
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
        assertThat(report.extended()).as("it covers the whole file").isFalse();
    }

    @Test
    void a_timestamp_that_shows_on_a_page_of_a_certified_text_is_an_alteration() {
        VerificationReport report = verify(FormScene.timestampedInAFieldOfItsOwn(
                sealed, "Renewal", true, chain.pki().timestamps()));

        assertThat(report.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(lastBreaking(report)).containsExactly("VISIBLE_FIELD_ADDED Renewal");
    }

    private static ForeignTool tool() {
        ForeignPki cards = new ForeignPki();
        ForeignPki.Card card = cards.card("Zoë", "D'Hondt");
        return new ForeignTool(card, cards.chainOf(card), chain.pki().timestamps());
    }

    /** The store as it stands and one list more, with the index that many programs write (/VRI). */
    private static PdfUpdate withStore(byte[] file, byte[] list) {
        PdfUpdate update = new PdfUpdate(file);
        int stream = update.addStream("", new String(list, StandardCharsets.ISO_8859_1));
        int store = Integer.parseInt(update.bodyOf(update.root()).replaceAll("(?s).*/DSS (\\d+) 0 R.*", "$1"));
        update.substitute(store, "/CRLs ?\\[", "/VRI<<>>/CRLs[" + stream + " 0 R ");
        return update;
    }

    private static VerificationReport verify(byte[] file) {
        return new SignatureVerifier(chain.pki().anchors()).verify(new PdfBytes(file));
    }

    /** As an operator does who has named the strangers' authority. */
    private static VerificationReport verifyKnowing(byte[] file) {
        TestPki knowing = new TestPki(folder).trusting(strangers.authority().certificate());
        return new SignatureVerifier(knowing.anchors()).verify(new PdfBytes(file));
    }

    private static VerifiedSignature last(VerificationReport report) {
        return report.signatures().get(report.signatures().size() - 1);
    }

    private static List<String> lastChanges(VerificationReport report) {
        return report.revisions().get(report.revisions().size() - 1).changes().stream()
                .map(RevisionChange::toString)
                .toList();
    }

    private static List<String> lastBreaking(VerificationReport report) {
        return report.revisions().get(report.revisions().size() - 1).breaking().stream()
                .map(RevisionChange::toString)
                .toList();
    }
}
