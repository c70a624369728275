package org.alternat.pades.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.alternat.pades.RevisionChange;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.VerificationReport.Problem;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that other programs made, as people bring them to be checked: what their signatures allow is no alteration, and what
 * they forbid is one.
 */
class FilesOfStrangersTest {

    private static final byte[] FORM = FormScene.form(CompressParameters.NO_COMPRESSION);

    @TempDir
    static Path folder;

    private static FormScene scene;

    @BeforeAll
    static void cards() {
        scene = new FormScene(folder);
    }

    @Test
    void a_form_may_be_filled_in_between_two_signatures_that_do_not_forbid_it() {
        whole(scene.signed(FormScene.filled(scene.signed(FORM, FormScene.FIRST), "Amount", "2 000"), FormScene.SECOND));
        whole(scene.signed(
                FormScene.filled(scene.certified(FORM, FormScene.FIRST, 2), "Amount", "2 000"), FormScene.SECOND));
        whole(scene.signed(
                FormScene.filled(scene.certified(FORM, FormScene.FIRST, 3), "Amount", "2 000"), FormScene.SECOND));
    }

    @Test
    void nothing_is_filled_in_or_signed_where_a_certification_allows_nothing() {
        byte[] closed = scene.certified(FORM, FormScene.FIRST, 1);

        altered(scene.signed(FormScene.filled(closed, "Amount", "2 000"), FormScene.SECOND), "FIELD_FILLED Amount");
        altered(scene.signed(closed, FormScene.SECOND), "SIGNATURE_ADDED Second");
    }

    @Test
    void what_nobody_signed_after_it_was_filled_in_is_an_alteration() {
        VerificationReport report =
                scene.verify(FormScene.filled(scene.signed(FORM, FormScene.FIRST), "Amount", "2 000"));

        assertThat(report.problems()).containsExactly(Problem.BYTES_BEHIND);
    }

    @Test
    void a_field_that_an_earlier_signature_locked_keeps_its_value_and_its_emptiness() {
        byte[] locked = scene.signed(FORM, FormScene.FIRST, lock("/Action/Include/Fields[(Amount)(Second)]"));

        altered(
                scene.signedInAFieldOfItsOwn(FormScene.filled(locked, "Amount", "2 000"), "Third", false),
                "FIELD_FILLED Amount");
        altered(scene.signed(locked, FormScene.SECOND), "SIGNATURE_ADDED Second");
        whole(scene.signedInAFieldOfItsOwn(FormScene.filled(locked, "Amount2", "2 000"), "Third", false));
    }

    @Test
    void a_lock_of_all_fields_but_some_leaves_these_open() {
        byte[] locked = scene.signed(FORM, FormScene.FIRST, lock("/Action/Exclude/Fields[(Amount)(Second)]"));

        whole(scene.signed(FormScene.filled(locked, "Amount", "2 000"), FormScene.SECOND));
        altered(scene.signed(FormScene.filled(locked, "Amount2", "2 000"), FormScene.SECOND), "FIELD_FILLED Amount2");
        altered(
                scene.signed(scene.signed(FORM, FormScene.FIRST, lock("/Action/All")), FormScene.SECOND),
                "SIGNATURE_ADDED Second");
    }

    @Test
    void a_field_that_shows_another_value_than_it_has_is_an_alteration() {
        byte[] signed = scene.signed(FORM, FormScene.FIRST);
        PdfUpdate update = new PdfUpdate(signed);
        int picture = picture(update);
        update.replace(picture, PdfUpdate.stream("/Type/XObject/Subtype/Form/BBox[0 0 200 20]", "0 0 200 20 re f"));

        altered(scene.tool().sign(update, FormScene.SECOND), "FIELD_CHANGED Amount");
    }

    @Test
    void a_field_whose_picture_is_a_page_content_as_well_changes_the_page() {
        PdfUpdate shared = new PdfUpdate(FORM);
        int picture = picture(shared);
        shared.insert(shared.page(), "/Contents " + picture + " 0 R");
        byte[] signed = scene.signed(shared.close(), FormScene.FIRST);

        VerificationReport report =
                scene.verify(scene.signed(FormScene.filled(signed, "Amount", "2 000"), FormScene.SECOND));

        assertThat(report.problems()).containsExactly(Problem.CHANGED);
    }

    @Test
    void a_second_person_may_bring_a_field_unless_the_text_is_certified() {
        byte[] signed = scene.signed(FORM, FormScene.FIRST);

        whole(scene.signedInAFieldOfItsOwn(signed, "Third", true));
        whole(scene.signedInAFieldOfItsOwn(signed, "Third", false));
        altered(
                scene.signedInAFieldOfItsOwn(scene.certified(FORM, FormScene.FIRST, 2), "Third", true),
                "VISIBLE_FIELD_ADDED Third");
        whole(scene.signedInAFieldOfItsOwn(scene.certified(FORM, FormScene.FIRST, 2), "Third", false));
    }

    @Test
    void an_annotation_can_cover_the_text_whatever_a_certification_allows() {
        for (int permission = 1; permission <= 3; permission++) {
            PdfUpdate update = new PdfUpdate(scene.certified(FORM, FormScene.FIRST, permission));

            int note = update.add("<</Type/Annot/Subtype/FreeText/Rect[70 600 400 640]/Contents(not agreed)/F 4>>");
            update.substitute(update.page(), "/Annots ?\\[", "/Annots [" + note + " 0 R ");

            altered(scene.tool().sign(update, FormScene.SECOND), "ANNOTATION_ADDED 1");
        }
    }

    @Test
    void people_who_sign_one_after_the_other_with_object_streams_leave_a_whole_file() {
        byte[] file = FormScene.form(CompressParameters.DEFAULT_COMPRESSION);
        for (String name : new String[] {"One", "Two", "Three"}) {
            file = scene.signedInAFieldOfItsOwn(FormScene.filled(file, "Amount", "For " + name), name, true);
        }

        assertThat(scene.verify(file).signatures()).hasSize(3);
        whole(file);
    }

    @Test
    void a_program_that_fills_a_form_in_may_leave_the_drawing_to_whoever_shows_it() {
        byte[] filled = FormScene.filledWithoutDrawing(scene.certified(FORM, FormScene.FIRST, 2), "Amount", "2 000");
        byte[] file = scene.signed(filled, FormScene.SECOND);

        whole(file);
        assertThat(scene.verify(file).revisions().get(1).changes())
                .extracting(RevisionChange::toString)
                .contains("FIELD_FILLED Amount", "DRAWING_LEFT_TO_VIEWER NeedAppearances");
        altered(
                scene.signed(
                        FormScene.filledWithoutDrawing(scene.certified(FORM, FormScene.FIRST, 1), "Amount", "2 000"),
                        FormScene.SECOND),
                "DRAWING_LEFT_TO_VIEWER NeedAppearances");
    }

    @Test
    void nothing_else_of_the_form_changes_along_with_a_value() {
        whole(filledAnd(form -> form.insert(form.form(), "/NeedAppearances true")));

        altered(filledAnd(form -> form.insert(form.form(), "/NeedAppearances(yes)")), "FORM_CHANGED NeedAppearances");
        altered(filledAnd(form -> form.insert(form.form(), "/NeedAppearances true/CO[]")), "FORM_CHANGED CO");
        altered(
                filledAnd(form ->
                        form.insert(form.form(), "/NeedAppearances true").substitute(form.form(), "0 g", "1 g")),
                "FORM_CHANGED DA");
    }

    @Test
    void who_has_a_form_drawn_anew_without_filling_it_in_alters_it() {
        PdfUpdate update = new PdfUpdate(scene.certified(FORM, FormScene.FIRST, 2));
        update.insert(update.form(), "/NeedAppearances true");

        altered(scene.tool().sign(update, FormScene.SECOND), "FORM_CHANGED NeedAppearances");
    }

    /** In one update with a signature. */
    private static byte[] filledAnd(UnaryOperator<PdfUpdate> more) {
        PdfUpdate update = new PdfUpdate(scene.certified(FORM, FormScene.FIRST, 2));
        update.substitute(update.field("Amount"), "1 000", "2 000");
        return scene.tool().sign(more.apply(update), FormScene.SECOND);
    }

    private static String lock(String lock) {
        return "/Reference[<</Type/SigRef/TransformMethod/FieldMDP/TransformParams<</Type/TransformParams/V/1.2" + lock
                + ">>>>]";
    }

    private static int picture(PdfUpdate update) {
        String field = update.bodyOf(update.field("Amount"));
        String appearance = field.matches("(?s).*/AP \\d+ 0 R.*")
                ? update.bodyOf(Integer.parseInt(field.replaceAll("(?s).*/AP (\\d+) 0 R.*", "$1")))
                : field;
        return Integer.parseInt(appearance.replaceAll("(?s).*/N (\\d+) 0 R.*", "$1"));
    }

    private static void whole(byte[] file) {
        VerificationReport report = scene.verify(file);
        assertThat(report.problems()).as(report.revisions().toString()).isEmpty();
        assertThat(report.valid()).as(report.signatures().toString()).isTrue();
    }

    private static void altered(byte[] file, String by) {
        VerificationReport report = scene.verify(file);
        assertThat(report.problems()).as(report.revisions().toString()).containsExactly(Problem.CHANGED);
        assertThat(report.revisions().stream().flatMap(revision -> revision.breaking().stream()))
                .extracting(RevisionChange::toString)
                .contains(by);
    }
}
