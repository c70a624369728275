package org.alternat.pades.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.TestPki;
import org.alternat.pki.TimestampAuthority;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureInterface;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** A stranger's form: two text fields and two fields for signatures, made and filled in by PDFBox, signed by people with cards. */
final class FormScene {

    static final String FIRST = "First";
    static final String SECOND = "Second";

    private final ForeignPki cards = new ForeignPki();
    private final TestPki pki;

    FormScene(Path folder) {
        pki = new TestPki(folder).trusting(cards.root());
    }

    /** @param how with or without object streams and cross-reference streams */
    static byte[] form(CompressParameters how) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("Helv"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 10 Tf 0 g");
            form.setSignaturesExist(true);
            for (String name : List.of("Amount", "Amount2")) {
                PDTextField field = new PDTextField(form);
                field.setPartialName(name);
                field.getWidgets().get(0).setRectangle(new PDRectangle(50, "Amount".equals(name) ? 700 : 650, 200, 20));
                field.getWidgets().get(0).setPage(page);
                page.getAnnotations().add(field.getWidgets().get(0));
                form.getFields().add(field);
                field.setValue("1 000");
            }
            for (String name : List.of(FIRST, SECOND)) {
                PDSignatureField field = new PDSignatureField(form);
                field.setPartialName(name);
                field.getWidgets().get(0).setRectangle(new PDRectangle(50, FIRST.equals(name) ? 500 : 400, 200, 50));
                field.getWidgets().get(0).setPage(page);
                page.getAnnotations().add(field.getWidgets().get(0));
                form.getFields().add(field);
            }
            return saved(document, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] saved(PDDocument document, CompressParameters how) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, how);
        return bytes.toByteArray();
    }

    /** Fills a field in as an honest program does, in an update of its own that nobody signs yet. */
    static byte[] filled(byte[] file, String name, String value) {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDTextField field = (PDTextField)
                    document.getDocumentCatalog().getAcroForm(null).getField(name);
            field.setValue(value);
            field.getCOSObject().setNeedToBeUpdated(true);
            field.getWidgets().get(0).getAppearance().getCOSObject().setNeedToBeUpdated(true);
            field.getWidgets()
                    .get(0)
                    .getAppearance()
                    .getNormalAppearance()
                    .getAppearanceStream()
                    .getCOSObject()
                    .setNeedToBeUpdated(true);
            return incremental(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills a field in and leaves it to whoever shows the form to draw it. */
    static byte[] filledWithoutDrawing(byte[] file, String name, String value) {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            form.setNeedAppearances(true);
            form.getCOSObject().setNeedToBeUpdated(true);
            form.getField(name).setValue(value);
            form.getField(name).getCOSObject().setNeedToBeUpdated(true);
            return incremental(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] incremental(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.saveIncremental(bytes);
        return bytes.toByteArray();
    }

    /** A signature in a field that is there. */
    byte[] signed(byte[] file, String field) {
        return tool().sign(new PdfUpdate(file), field);
    }

    /** The same with more in the signature dictionary: what it promises. */
    byte[] signed(byte[] file, String field, String entries) {
        return UploadAttack.with(tool(), tool -> tool.entries = entries).sign(new PdfUpdate(file), field);
    }

    byte[] certified(byte[] file, String field, int permission) {
        ForeignTool tool = UploadAttack.with(
                tool(),
                t -> t.entries = "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams"
                        + "<</Type/TransformParams/P " + permission + "/V/1.2>>>>]");
        PdfUpdate update = new PdfUpdate(file);
        int signature = update.add(tool.dictionary());
        update.insert(update.field(field), "/V " + signature + " 0 R");
        update.insert(update.root(), "/Perms<</DocMDP " + signature + " 0 R>>");
        return tool.seal(update);
    }

    /** Somebody signs with PDFBox, which brings its field along: on the page, or invisible. */
    byte[] signedInAFieldOfItsOwn(byte[] file, String name, boolean visible) {
        PDSignature signature = new PDSignature();
        signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
        signature.setSignDate(Calendar.getInstance());
        return inAFieldOfItsOwn(file, name, visible, signature, content -> tool().cms(content.readAllBytes()));
    }

    /** The same for a document timestamp. */
    static byte[] timestampedInAFieldOfItsOwn(byte[] file, String name, boolean visible, TimestampAuthority by) {
        PDSignature signature = new PDSignature();
        signature.setType(COSName.DOC_TIME_STAMP);
        signature.setSubFilter(COSName.getPDFName("ETSI.RFC3161"));
        return inAFieldOfItsOwn(
                file, name, visible, signature, content -> by.timestamp(Sha256.of(content.readAllBytes())));
    }

    private static byte[] inAFieldOfItsOwn(
            byte[] file, String name, boolean visible, PDSignature signature, SignatureInterface signer) {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            PDSignatureField field = new PDSignatureField(form);
            field.setPartialName(name);
            PDPage page = document.getPage(0);
            field.getWidgets().get(0).setPage(page);
            form.getFields().add(field);
            page.getAnnotations().add(field.getWidgets().get(0));
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            field.setValue(signature);
            document.addSignature(signature, signer);
            field.getWidgets().get(0).setRectangle(visible ? new PDRectangle(300, 400, 200, 50) : new PDRectangle());
            page.getCOSObject().setNeedToBeUpdated(true);
            form.getCOSObject().setNeedToBeUpdated(true);
            return incremental(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    VerificationReport verify(byte[] file) {
        return new SignatureVerifier(pki.anchors()).verify(new PdfBytes(file));
    }

    ForeignTool tool() {
        ForeignPki.Card card = cards.card("Zoë", "D'Hondt");
        return new ForeignTool(card, new ArrayList<>(cards.chainOf(card)), pki.timestamps());
    }
}
