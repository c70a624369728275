package org.alternat.pades.attack;

import static org.alternat.pades.UploadVerdict.Reason.BAD_TIMESTAMP;
import static org.alternat.pades.UploadVerdict.Reason.BROKEN;
import static org.alternat.pades.UploadVerdict.Reason.DOCUMENT_CHANGED;
import static org.alternat.pades.UploadVerdict.Reason.EXPIRED;
import static org.alternat.pades.UploadVerdict.Reason.NOT_BASELINE;
import static org.alternat.pades.UploadVerdict.Reason.NOT_COVERED;
import static org.alternat.pades.UploadVerdict.Reason.NOT_FOR_SIGNING;
import static org.alternat.pades.UploadVerdict.Reason.NOT_ONE_REVISION;
import static org.alternat.pades.UploadVerdict.Reason.NOT_READABLE;
import static org.alternat.pades.UploadVerdict.Reason.NOT_SIGNED;
import static org.alternat.pades.UploadVerdict.Reason.REVOKED;
import static org.alternat.pades.UploadVerdict.Reason.REWRITTEN;
import static org.alternat.pades.UploadVerdict.Reason.SEVERAL_SIGNATURES;
import static org.alternat.pades.UploadVerdict.Reason.STALE;
import static org.alternat.pades.UploadVerdict.Reason.TOO_LARGE;
import static org.alternat.pades.UploadVerdict.Reason.UNKNOWN_AUTHORITY;
import static org.alternat.pades.UploadVerdict.Reason.VALIDATION_DATA_BEHIND;
import static org.alternat.pades.UploadVerdict.Reason.WEAK_ALGORITHM;
import static org.alternat.pades.UploadVerdict.Reason.WRONG_FIELD;
import static org.alternat.pades.UploadVerdict.Reason.WRONG_PERSON;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.alternat.pades.UploadVerdict.Reason;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What somebody may send back in the place of the head with a signature in their own field, and what the gate must say. */
enum UploadAttack {
    page_text_added_in_the_signing_revision(DOCUMENT_CHANGED, s -> besides(s, Changes.pageContent)),
    page_text_replaced_in_the_signing_revision(DOCUMENT_CHANGED, s -> besides(s, Changes.pageContentReplaced)),
    a_script_added_in_the_signing_revision(DOCUMENT_CHANGED, s -> besides(s, Changes.script)),
    an_open_action_added_in_the_signing_revision(DOCUMENT_CHANGED, s -> besides(s, Changes.openAction)),
    an_evil_annotation_over_the_text(DOCUMENT_CHANGED, s -> besides(s, Changes.annotation)),
    the_title_changed(DOCUMENT_CHANGED, s -> besides(s, Changes.title)),
    another_field_moved(DOCUMENT_CHANGED, s -> besides(s, Changes.otherFieldMoved)),
    the_signed_field_moved(DOCUMENT_CHANGED, s -> besides(s, Changes.fieldMoved)),
    a_lock_on_the_other_fields(DOCUMENT_CHANGED, s -> besides(s, Changes.fieldLocked)),
    an_earlier_field_vanished(DOCUMENT_CHANGED, s -> besides(s, Changes.fieldVanished)),
    an_earlier_signature_emptied(DOCUMENT_CHANGED, s -> besides(s, Changes.signatureEmptied)),
    an_object_hidden_for_later(DOCUMENT_CHANGED, s -> besides(s, Changes.unused)),
    an_earlier_field_signed_again(DOCUMENT_CHANGED, s -> s.tool().sign(s.update(), "SIG_0001")),
    somebody_elses_field_signed(WRONG_FIELD, s -> s.tool().sign(s.update(), "SIG_0003")),
    a_sneaky_field_over_the_text(WRONG_FIELD, UploadAttack::sneaky),
    text_added_behind_the_signature(NOT_ONE_REVISION, s -> Changes.pageContent.apply(new PdfUpdate(s.honest()))),
    unsigned_metadata_behind_the_signature(NOT_ONE_REVISION, s -> Changes.title.apply(new PdfUpdate(s.honest()))),
    validation_data_behind_the_signature(VALIDATION_DATA_BEHIND, UploadAttack::validationData),
    two_signatures(SEVERAL_SIGNATURES, s -> s.toolOf(s.stolen).sign(new PdfUpdate(s.honest()), "SIG_0003")),
    no_signature_at_all(NOT_SIGNED, Scene::head),
    only_a_date_changed(NOT_SIGNED, s -> Changes.modificationDate.apply(s.update())),
    only_the_title_changed(DOCUMENT_CHANGED, s -> Changes.title.apply(s.update())),
    bytes_behind_the_end(NOT_READABLE, s -> plus(s.honest(), "% more\n1 2")),
    a_comment_behind_the_end(NOT_READABLE, s -> plus(s.honest(), "% more\n")),
    white_space_behind_the_end(NOT_ONE_REVISION, s -> plus(s.honest(), "\n\n")),
    a_fork_from_an_earlier_state(STALE, s -> s.tool().sign(new PdfUpdate(s.earlier()), Scene.FIELD)),
    a_roll_back_to_an_earlier_state(STALE, Scene::earlier),
    a_byte_flipped_in_the_base(REWRITTEN, UploadAttack::flipped),
    a_file_of_another_kind(REWRITTEN, s -> "GIF89a".getBytes(StandardCharsets.ISO_8859_1)),
    an_upload_of_a_megabyte_too_much(TOO_LARGE, s -> Arrays.copyOf(s.honest(), s.head().length + 600 * 1024)),
    padding_that_is_not_zero(
            NOT_BASELINE, s -> with(s.tool(), t -> t.padding = '7').sign(s.update(), Scene.FIELD)),
    a_gap_wider_than_the_signature(
            NOT_COVERED, s -> with(s.tool(), t -> t.widerGap = 10).sign(s.update(), Scene.FIELD)),
    a_gap_around_another_string(
            NOT_COVERED, s -> with(s.tool(), t -> t.contentsKey = "/Decoyed").sign(s.update(), Scene.FIELD)),
    contents_missing(NOT_COVERED, s -> forged(s, "/ByteRange[0 9 10 9]")),
    contents_null(NOT_COVERED, s -> forged(s, "/ByteRange[0 9 10 9]/Contents null")),
    contents_empty(NOT_COVERED, s -> forged(s, "/ByteRange[0 9 10 9]/Contents<>")),
    contents_a_zero_byte(NOT_COVERED, s -> forged(s, "/ByteRange[0 9 10 9]/Contents<00>")),
    byte_range_missing(DOCUMENT_CHANGED, s -> forged(s, "/Contents<00>")),
    byte_range_null(NOT_COVERED, s -> forged(s, "/ByteRange null/Contents<00>")),
    byte_range_empty(NOT_COVERED, s -> forged(s, "/ByteRange[]/Contents<00>")),
    byte_range_negative(NOT_COVERED, s -> forged(s, "/ByteRange[0 -1 9 9]/Contents<00>")),
    byte_range_of_nothing(NOT_COVERED, s -> forged(s, "/ByteRange[0 0 0 0]/Contents<00>")),
    a_signature_of_somebody_else(WRONG_PERSON, s -> s.toolOf(s.cards.card("Émilie", "Van den Broeck"))
            .sign(s.update(), Scene.FIELD)),
    a_signature_of_a_namesakes_sister(
            WRONG_PERSON, s -> s.toolOf(s.cards.card("Anna", "D'Hondt")).sign(s.update(), Scene.FIELD)),
    the_cms_of_another_document(
            BROKEN, s -> with(s.tool(), t -> t.cmsOfSomebodyElse = s.tool().cms(new byte[] {1}))
                    .sign(s.update(), Scene.FIELD)),
    sha1(WEAK_ALGORITHM, s -> with(s.tool(), t -> t.algorithm = "SHA1withECDSA").sign(s.update(), Scene.FIELD)),
    rsa_of_2048_bits(WEAK_ALGORITHM, s -> with(
                    s.toolOf(s.cards.card(
                            "Zoë", "D'Hondt", ForeignPki.rsa(2048), KeyUsage.nonRepudiation, Duration.ofDays(9))),
                    t -> t.algorithm = "SHA256withRSA")
            .sign(s.update(), Scene.FIELD)),
    signing_certificate_missing(NOT_BASELINE, s -> with(s.tool(), t -> t.namesItsCertificate = false)
            .sign(s.update(), Scene.FIELD)),
    a_format_of_old(NOT_BASELINE, s -> with(s.tool(), t -> t.subFilter = "/adbe.pkcs7.detached")
            .sign(s.update(), Scene.FIELD)),
    a_timestamp_over_other_data(BAD_TIMESTAMP, s -> with(s.tool(), t -> t.timestampsOtherData = true)
            .sign(s.update(), Scene.FIELD)),
    an_unknown_authority(UNKNOWN_AUTHORITY, UploadAttack::unknownAuthority),
    an_expired_card(EXPIRED, s -> s.toolOf(card(s, KeyUsage.nonRepudiation, Duration.ofDays(-1)))
            .sign(s.update(), Scene.FIELD)),
    a_card_for_logging_in(NOT_FOR_SIGNING, s -> s.toolOf(card(s, KeyUsage.digitalSignature, Duration.ofDays(9)))
            .sign(s.update(), Scene.FIELD)),
    a_revoked_card(REVOKED, s -> s.toolOf(s.stolen).sign(s.update(), Scene.FIELD)),
    an_object_that_only_another_reader_sees(NOT_ONE_REVISION, UploadAttack::hiddenBetween),
    a_table_that_points_back_into_the_head(NOT_ONE_REVISION, UploadAttack::shadow);

    final Reason reason;
    private final Function<Scene, byte[]> attack;

    UploadAttack(Reason reason, Function<Scene, byte[]> attack) {
        this.reason = reason;
        this.attack = attack;
    }

    byte[] upload(Scene scene) {
        return attack.apply(scene);
    }

    private static byte[] besides(Scene scene, Changes change) {
        return scene.tool().sign(change.prepare(scene.update()), Scene.FIELD);
    }

    static ForeignTool with(ForeignTool tool, java.util.function.Consumer<ForeignTool> habit) {
        habit.accept(tool);
        return tool;
    }

    private static ForeignPki.Card card(Scene scene, int usage, Duration until) {
        return scene.cards.card("Zoë", "D'Hondt", ForeignPki.elliptic("secp256r1"), usage, until);
    }

    private static byte[] sneaky(Scene scene) {
        PdfUpdate update = scene.update();
        ForeignTool tool = scene.tool();
        int signature = update.add(tool.dictionary());
        int look = update.addStream("/Type/XObject/Subtype/Form/BBox[0 0 300 40]", "0 0 300 40 re f");
        int field = update.add("<</Type/Annot/Subtype/Widget/FT/Sig/T(Extra)/F 4/Rect[70 690 370 730]/V " + signature
                + " 0 R/AP<</N " + look + " 0 R>>>>");
        update.substitute(update.form(), "/Fields ?\\[", "/Fields [" + field + " 0 R ");
        return tool.seal(update.insert(update.page(), "/Annots[" + field + " 0 R]"));
    }

    private static byte[] validationData(Scene scene) {
        PdfUpdate update = new PdfUpdate(scene.honest());
        int list = update.addStream("", "0");
        return update.insert(update.root(), "/DSS<</CRLs[" + list + " 0 R]>>").close();
    }

    private static byte[] forged(Scene scene, String entries) {
        PdfUpdate update = scene.update();
        int signature =
                update.add("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:2026)" + entries + ">>");
        return update.insert(update.field(Scene.FIELD), "/V " + signature + " 0 R")
                .close();
    }

    private static byte[] unknownAuthority(Scene scene) {
        ForeignPki others = new ForeignPki();
        ForeignPki.Card card = others.card("Zoë", "D'Hondt");
        return new ForeignTool(card, others.chainOf(card), scene.chain.pki().timestamps())
                .sign(scene.update(), Scene.FIELD);
    }

    private static byte[] flipped(Scene scene) {
        byte[] bytes = scene.honest();
        bytes[900] ^= 1;
        return bytes;
    }

    private static byte[] plus(byte[] file, String more) {
        byte[] longer = Arrays.copyOf(file, file.length + more.length());
        System.arraycopy(more.getBytes(StandardCharsets.ISO_8859_1), 0, longer, file.length, more.length());
        return longer;
    }

    private static byte[] hiddenBetween(Scene scene) {
        PdfUpdate update = scene.update();
        update.unlisted("7 0 obj\n<</Type/Catalog>>\nendobj\n");
        return scene.tool().sign(update, Scene.FIELD);
    }

    /** The page's content is said to be where an earlier object of the same number and kind stands hidden. */
    private static byte[] shadow(Scene scene) {
        PdfUpdate update = scene.update();
        update.pointing(update.content());
        return scene.tool().sign(update, Scene.FIELD);
    }
}
