package org.alternat.pades.attack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** What somebody may do to a whole file that circulates, with no gate in between: incremental saving and its relatives. */
enum FileAttack {
    incremental_saving_with_all_it_takes(s -> Changes.pageContent.apply(new PdfUpdate(s.honest()))),
    incremental_saving_without_a_table(s -> cut(s, "xref\n", "trailer")),
    incremental_saving_without_a_trailer(s -> cut(s, "trailer", "startxref")),
    incremental_saving_without_startxref(s -> cut(s, "startxref", "%%EOF")),
    incremental_saving_without_an_end(s -> cut(s, "%%EOF", "")),
    incremental_saving_of_objects_only(s -> cut(s, "xref\n", "")),
    incremental_saving_with_the_signature_copied(FileAttack::signatureCopied),
    incremental_saving_of_another_catalogue(FileAttack::anotherCatalogue),
    incremental_saving_with_an_old_table(
            s -> plus(s.honest(), "startxref\n" + new PdfUpdate(s.earlier()).lastXref() + "\n%%EOF\n")),
    bytes_behind_the_end(s -> plus(s.honest(), "1 2 3")),
    unsigned_metadata(s -> Changes.title.apply(new PdfUpdate(s.honest()))),
    an_annotation_behind_the_last_signature(s -> Changes.annotation.apply(new PdfUpdate(s.honest()))),
    universal_forgery_without_a_byte_range(s -> forged(s, "/Contents<00>")),
    universal_forgery_without_contents(s -> forged(s, "/ByteRange[0 9 10 9]")),
    universal_forgery_with_contents_null(s -> forged(s, "/ByteRange[0 9 10 9]/Contents null")),
    universal_forgery_with_empty_contents(s -> forged(s, "/ByteRange[0 9 10 9]/Contents<>")),
    universal_forgery_over_nothing(s -> forged(s, "/ByteRange[0 0 0 0]/Contents<00>")),
    wrapping_of_more_than_the_signature(
            s -> UploadAttack.with(s.tool(), t -> t.widerGap = 10).sign(s.update(), Scene.FIELD)),
    padding_that_is_not_zero(
            s -> UploadAttack.with(s.tool(), t -> t.padding = '7').sign(s.update(), Scene.FIELD)),
    sha1(s -> UploadAttack.with(s.tool(), t -> t.algorithm = "SHA1withECDSA").sign(s.update(), Scene.FIELD)),
    a_timestamp_over_other_data(
            s -> UploadAttack.with(s.tool(), t -> t.timestampsOtherData = true).sign(s.update(), Scene.FIELD));

    private final Function<Scene, byte[]> attack;

    FileAttack(Function<Scene, byte[]> attack) {
        this.attack = attack;
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

    private static byte[] signatureCopied(Scene scene) {
        PdfUpdate update = Changes.pageContentReplaced.prepare(new PdfUpdate(scene.honest()));
        int signature =
                Integer.parseInt(update.bodyOf(update.field(Scene.FIELD)).replaceAll("(?s).*/V (\\d+) 0 R.*", "$1"));
        int copy = update.add(update.bodyOf(signature));
        return update.substitute(update.field(Scene.FIELD), "/V \\d+ 0 R", "/V " + copy + " 0 R")
                .close();
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
