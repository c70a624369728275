package org.alternat.pades.attack;

import java.util.function.UnaryOperator;

/** Things that somebody may do to a file in an update of their own, by what the reader of the file would notice. */
enum Changes {
    pageContent(update -> {
        int evil = update.addStream("", "BT /F1 14 Tf 70 650 Td (and 1,000,000 euro) Tj ET");
        return update.substitute(
                update.page(), "/Contents \\d+ 0 R", "/Contents [" + update.content() + " 0 R " + evil + " 0 R]");
    }),
    pageContentReplaced(update -> update.replace(update.content(), PdfUpdate.stream("", "BT (Article 9) Tj ET"))),
    pageResources(update -> update.substitute(update.page(), "/Resources \\d+ 0 R", "/Resources <<>>")),
    pageRotated(update -> update.insert(update.page(), "/Rotate 180")),
    pageRemoved(update -> {
        int pages = Integer.parseInt(update.bodyOf(update.root()).replaceAll("(?s).*/Pages (\\d+) 0 R.*", "$1"));
        return update.substitute(pages, "/Kids \\[\\d+ 0 R ?", "/Kids [");
    }),
    annotation(update -> {
        int note = update.add("<</Type/Annot/Subtype/FreeText/Rect[70 600 400 640]/Contents(not agreed)/F 4>>");
        return update.insert(update.page(), "/Annots[" + note + " 0 R]");
    }),
    openAction(update -> update.insert(update.root(), "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")),
    script(update -> {
        int names = update.add("<</JavaScript<</Names[(a) <</S/JavaScript/JS(app.alert\\(1\\))>>]>>>>");
        return update.insert(update.root(), "/Names " + names + " 0 R");
    }),
    outlines(update -> update.insert(update.root(), "/Outlines<</Type/Outlines>>")),
    structure(update -> update.insert(update.root(), "/StructTreeRoot<<>>")),
    language(update -> update.insert(update.root(), "/Lang(xx)")),
    fieldMoved(update -> update.substitute(update.field("SIG_0002"), "/Rect ?\\[.*?]", "/Rect[0 0 0 0]")),
    otherFieldMoved(update -> update.substitute(update.field("SIG_0003"), "/Rect ?\\[.*?]", "/Rect[0 0 0 0]")),
    fieldLocked(update -> update.insert(update.field("SIG_0002"), "/Lock<</Type/SigFieldLock/Action/All>>")),
    fieldVanished(update -> update.substitute(update.form(), "([\\[ ])" + update.field("SIG_0001") + " 0 R", "$1")),
    signatureEmptied(update -> update.substitute(update.field("SIG_0001"), "/V \\d+ 0 R", "")),
    fieldAdded(update -> {
        int field = update.add("<</FT/Tx/T(Amount)/V(1,000,000)>>");
        return update.substitute(update.form(), "/Fields ?\\[", "/Fields [" + field + " 0 R ");
    }),
    needAppearances(update -> update.insert(update.form(), "/NeedAppearances true")),
    title(update -> information(update, "/Title(Another title)")),
    modificationDate(update -> information(update, "/ModDate(D:20260101000000Z)")),
    version(update -> update.substitute(update.root(), "/Version /1.4", "/Version/1.7")),
    unused(update -> update.replace(9001, "<</Hidden true>>")),
    encryption(update -> update.trailer("/Encrypt<</Filter/Standard/V 1/R 2/P -4>>")),
    catalogueFreed(update -> update.free(update.root())),
    rewrittenUnchanged(update -> update.replace(
            update.page(), update.bodyOf(update.page()).replaceAll("\\s+", "  ").replace("595.27563", "595.275630")));

    private final UnaryOperator<PdfUpdate> change;

    Changes(UnaryOperator<PdfUpdate> change) {
        this.change = change;
    }

    byte[] apply(PdfUpdate update) {
        return prepare(update).close();
    }

    /** Makes the change, and leaves the update open for more. */
    PdfUpdate prepare(PdfUpdate update) {
        return change.apply(update);
    }

    private static PdfUpdate information(PdfUpdate update, String entry) {
        if (update.info() > 0) {
            return update.insert(update.info(), entry);
        }
        int info = update.add("<<" + entry + ">>");
        return update.trailer("/Info " + info + " 0 R");
    }
}
