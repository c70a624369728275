package org.alternat.pades.attack;

import static org.alternat.pades.VerificationReport.Problem.BYTES_BEHIND;
import static org.alternat.pades.VerificationReport.Problem.BYTE_RANGE;
import static org.alternat.pades.VerificationReport.Problem.CERTIFICATE_NOT_NAMED;
import static org.alternat.pades.VerificationReport.Problem.CHANGED;
import static org.alternat.pades.VerificationReport.Problem.DAMAGED;
import static org.alternat.pades.VerificationReport.Problem.NOT_FOR_SIGNING;
import static org.alternat.pades.VerificationReport.Problem.OTHER_BYTES;
import static org.alternat.pades.VerificationReport.Problem.OUTSIDE_VALIDITY;
import static org.alternat.pades.VerificationReport.Problem.REVOKED;
import static org.alternat.pades.VerificationReport.Problem.TIMESTAMP;
import static org.alternat.pades.VerificationReport.Problem.UNKNOWN_AUTHORITY;
import static org.alternat.pades.VerificationReport.Problem.UNREADABLE;
import static org.alternat.pades.VerificationReport.Problem.WEAK_ALGORITHM;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.alternat.pades.VerificationReport.Problem;

/** What somebody may do to a whole file that circulates, with no gate in between: incremental saving and its relatives. */
enum FileAttack {
    incremental_saving_with_all_it_takes(
            s -> Changes.pageContent.apply(new PdfUpdate(s.honest())), CHANGED, BYTES_BEHIND),
    incremental_saving_without_a_table(s -> cut(s, "xref\n", "trailer"), DAMAGED, BYTES_BEHIND),
    incremental_saving_without_a_trailer(s -> cut(s, "trailer", "startxref"), DAMAGED, BYTES_BEHIND),
    incremental_saving_without_startxref(s -> cut(s, "startxref", "%%EOF"), DAMAGED, BYTES_BEHIND),
    incremental_saving_without_an_end(s -> cut(s, "%%EOF", ""), DAMAGED, BYTES_BEHIND),
    incremental_saving_of_objects_only(s -> cut(s, "xref\n", ""), DAMAGED, BYTES_BEHIND),
    incremental_saving_with_the_signature_copied(FileAttack::signatureCopied, CHANGED, BYTES_BEHIND),
    incremental_saving_of_another_catalogue(FileAttack::anotherCatalogue, DAMAGED, BYTES_BEHIND),
    incremental_saving_with_an_old_table(
            s -> plus(s.honest(), "startxref\n" + new PdfUpdate(s.earlier()).lastXref() + "\n%%EOF\n"), BYTES_BEHIND),
    bytes_behind_the_end(s -> plus(s.honest(), "1 2 3"), DAMAGED, BYTES_BEHIND),
    unsigned_metadata(s -> Changes.title.apply(new PdfUpdate(s.honest())), CHANGED, BYTES_BEHIND),
    an_annotation_behind_the_last_signature(
            s -> Changes.annotation.apply(new PdfUpdate(s.honest())), CHANGED, BYTES_BEHIND),
    shadow_hide(s -> new PdfUpdate(s.honest()).free(s.update().content()).close(), CHANGED, BYTES_BEHIND),
    shadow_replace(FileAttack::anotherPictureOfASignature, CHANGED, BYTES_BEHIND),
    shadow_hide_and_replace(FileAttack::secondTextBroughtOut, CHANGED, BYTES_BEHIND),
    universal_forgery_without_a_byte_range(s -> forged(s, "/Contents<00>"), CHANGED, BYTES_BEHIND, BYTE_RANGE),
    universal_forgery_without_contents(s -> forged(s, "/ByteRange[0 9 10 9]"), BYTES_BEHIND, BYTE_RANGE),
    universal_forgery_with_contents_null(
            s -> forged(s, "/ByteRange[0 9 10 9]/Contents null"), BYTES_BEHIND, BYTE_RANGE),
    universal_forgery_with_empty_contents(s -> forged(s, "/ByteRange[0 9 10 9]/Contents<>"), BYTES_BEHIND, BYTE_RANGE),
    universal_forgery_over_nothing(s -> forged(s, "/ByteRange[0 0 0 0]/Contents<00>"), BYTES_BEHIND, BYTE_RANGE),
    wrapping_of_more_than_the_signature(
            s -> UploadAttack.with(s.tool(), t -> t.widerGap = 10).sign(s.update(), Scene.FIELD),
            BYTES_BEHIND,
            BYTE_RANGE),
    padding_that_is_not_zero(
            s -> UploadAttack.with(s.tool(), t -> t.padding = '7').sign(s.update(), Scene.FIELD), UNREADABLE),
    sha1(
            s -> UploadAttack.with(s.tool(), t -> t.algorithm = "SHA1withECDSA").sign(s.update(), Scene.FIELD),
            WEAK_ALGORITHM),
    a_timestamp_over_other_data(
            s -> UploadAttack.with(s.tool(), t -> t.timestampsOtherData = true).sign(s.update(), Scene.FIELD),
            TIMESTAMP,
            OUTSIDE_VALIDITY),
    p1_broken_by_another_signature(s -> s.tool().sign(new PdfUpdate(s.closed()), "SIG_0003"), CHANGED),
    p1_broken_by_a_page(s -> Changes.pageContent.apply(new PdfUpdate(s.closed())), CHANGED, BYTES_BEHIND),
    signing_certificate_missing(
            s -> UploadAttack.with(s.tool(), t -> t.namesItsCertificate = false).sign(s.update(), Scene.FIELD),
            CERTIFICATE_NOT_NAMED),
    the_cms_of_another_document(
            s -> UploadAttack.with(s.tool(), t -> t.cmsOfSomebodyElse = s.tool().cms(new byte[] {1}))
                    .sign(s.update(), Scene.FIELD),
            OTHER_BYTES),
    an_unknown_authority(UploadAttack.an_unknown_authority::upload, UNKNOWN_AUTHORITY),
    an_expired_card(UploadAttack.an_expired_card::upload, OUTSIDE_VALIDITY),
    a_card_for_logging_in(UploadAttack.a_card_for_logging_in::upload, NOT_FOR_SIGNING),
    a_revoked_card(FileAttack::revoked, REVOKED),
    a_catalogue_with_a_key_twice(
            s -> s.tool().sign(s.update().insert(s.update().root(), "/AcroForm null"), Scene.FIELD), DAMAGED),
    a_signature_with_its_contents_twice(
            s -> UploadAttack.with(s.tool(), t -> t.entries = "/Contents<00>").sign(s.update(), Scene.FIELD),
            DAMAGED,
            BYTES_BEHIND),
    a_signature_with_its_byte_range_twice(
            s -> UploadAttack.with(s.tool(), t -> t.entries = "/ByteRange[0 1 2 3]")
                    .sign(s.update(), Scene.FIELD),
            DAMAGED,
            BYTES_BEHIND);

    final Set<Problem> reasons;
    private final Function<Scene, byte[]> attack;

    FileAttack(Function<Scene, byte[]> attack, Problem... reasons) {
        this.attack = attack;
        this.reasons = Set.of(reasons);
    }

    byte[] file(Scene scene) {
        return attack.apply(scene);
    }

    /** The whole update without the part from one word to the next. */
    private static byte[] cut(Scene scene, String from, String to) {
        byte[] signed = scene.honest();
        PdfUpdate update = Changes.pageContentReplaced.prepare(new PdfUpdate(signed));
        String appended = update.build();
        int at = appended.lastIndexOf(from);
        int until = to.isEmpty() ? appended.length() : appended.lastIndexOf(to);
        return plus(signed, appended.substring(0, at) + appended.substring(until));
    }

    /** The list that says so comes with the file, behind the signature. */
    private static byte[] revoked(Scene scene) {
        PdfUpdate update = new PdfUpdate(scene.toolOf(scene.stolen).sign(scene.update(), Scene.FIELD));
        int list =
                update.addStream("", new String(scene.cards.revocationList(scene.stolen), StandardCharsets.ISO_8859_1));
        return update.insert(update.root(), "/DSS<</CRLs[" + list + " 0 R]>>").close();
    }

    private static byte[] signatureCopied(Scene scene) {
        PdfUpdate update = Changes.pageContentReplaced.prepare(new PdfUpdate(scene.honest()));
        int signature =
                Integer.parseInt(update.bodyOf(update.field(Scene.FIELD)).replaceAll("(?s).*/V (\\d+) 0 R.*", "$1"));
        int copy = update.add(update.bodyOf(signature));
        return update.substitute(update.field(Scene.FIELD), "/V \\d+ 0 R", "/V " + copy + " 0 R")
                .close();
    }

    private static byte[] anotherPictureOfASignature(Scene scene) {
        PdfUpdate update = new PdfUpdate(scene.honest());
        int picture =
                Integer.parseInt(update.bodyOf(update.field("SIG_0001")).replaceAll("(?s).*/N (\\d+) 0 R.*", "$1"));
        return update.replace(picture, PdfUpdate.stream("/Type/XObject/Subtype/Form/BBox[0 0 200 60]", "0 0 9 9 re f"))
                .close();
    }

    /** What everybody signed holds a second text that no table speaks of; a table that comes later does. */
    private static byte[] secondTextBroughtOut(Scene scene) {
        PdfUpdate signed = scene.update();
        int content = signed.content();
        signed.unlisted(content + " 0 obj\n" + PdfUpdate.stream("", "BT (Article 9) Tj ET") + "\nendobj\n");
        PdfUpdate later = new PdfUpdate(scene.tool().sign(signed, Scene.FIELD));
        later.pointing(content);
        return later.close();
    }

    private static byte[] anotherCatalogue(Scene scene) {
        PdfUpdate update = new PdfUpdate(scene.honest());
        int catalogue = update.add(update.bodyOf(update.root()));
        return update.trailer("/Root " + catalogue + " 0 R").close();
    }

    private static byte[] forged(Scene scene, String entries) {
        PdfUpdate update = scene.update();
        int signature = update.add("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached" + entries + ">>");
        return update.insert(update.field(Scene.FIELD), "/V " + signature + " 0 R")
                .close();
    }

    private static byte[] plus(byte[] file, String more) {
        byte[] longer = Arrays.copyOf(file, file.length + more.length());
        System.arraycopy(more.getBytes(StandardCharsets.ISO_8859_1), 0, longer, file.length, more.length());
        return longer;
    }
}
