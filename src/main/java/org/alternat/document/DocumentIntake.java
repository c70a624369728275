package org.alternat.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.alternat.shared.PdfBytes;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Looks at an uploaded text before anything is kept of it. It is parsed strictly, searched for whatever could change or
 * act by itself, and saved anew as one revision with a classic cross-reference table: the upload itself never circulates.
 */
@Service
public class DocumentIntake {

    /** 50 MB, the most that a declaration's text may have. */
    public static final int MAX_BYTES = 50 * 1024 * 1024;

    /** The most pages that a declaration's text may have. */
    public static final int MAX_PAGES = 500;

    private static final Logger log = LoggerFactory.getLogger(DocumentIntake.class);
    private static final float PDF_VERSION = 1.7f;

    /** Accepts or refuses; never throws for bad input. */
    public IntakeResult examine(byte[] upload) {
        if (upload.length == 0) {
            return refused(IntakeRefusal.EMPTY);
        }
        if (upload.length > MAX_BYTES) {
            return refused(IntakeRefusal.TOO_LARGE);
        }
        String start = new String(upload, 0, Math.min(8, upload.length), StandardCharsets.ISO_8859_1);
        if (!start.startsWith("%PDF-")) {
            return refused(IntakeRefusal.NOT_A_PDF);
        }
        // The parser is strict: what it would only repair, another viewer would repair differently.
        try (PDDocument document = new PDFParser(new RandomAccessReadBuffer(upload)).parse(false)) {
            return examine(document);
        } catch (InvalidPasswordException e) {
            return refused(IntakeRefusal.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            log.info(
                    "An upload of {} bytes is no sound PDF: {}",
                    upload.length,
                    e.getClass().getSimpleName());
            return refused(IntakeRefusal.DAMAGED);
        }
    }

    private static IntakeResult examine(PDDocument document) throws IOException {
        if (document.isEncrypted() || document.getDocument().getTrailer().containsKey(COSName.ENCRYPT)) {
            return refused(IntakeRefusal.ENCRYPTED);
        }
        if (document.getDocument().hasHybridXRef()) {
            return refused(IntakeRefusal.DAMAGED);
        }
        int pages = PageCount.of(document.getDocumentCatalog().getCOSObject());
        if (pages > MAX_PAGES) {
            return refused(IntakeRefusal.TOO_MANY_PAGES);
        }
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null && form.getXFA() != null) {
            return refused(IntakeRefusal.XFA);
        }
        ObjectSearch found = ObjectSearch.of(document.getDocument());
        if (found.signature()) {
            return refused(IntakeRefusal.ALREADY_SIGNED);
        }
        if (found.activeContent()) {
            return refused(IntakeRefusal.ACTIVE_CONTENT);
        }
        if (form != null) {
            // Filled-in values become text; our own form will hold signature fields only.
            form.flatten();
            document.getDocumentCatalog().setAcroForm(null);
        }
        return new IntakeResult.Accepted(saveAnew(document), pages);
    }

    private static PdfBytes saveAnew(PDDocument document) throws IOException {
        if (document.getVersion() < PDF_VERSION) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.VERSION);
            document.getDocument().setVersion(PDF_VERSION);
        }
        OutputIntent.complete(document);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Classic cross-reference table: every later revision keeps to the same kind.
        document.save(out, CompressParameters.NO_COMPRESSION);
        return new PdfBytes(out.toByteArray());
    }

    private static IntakeResult refused(IntakeRefusal reason) {
        return new IntakeResult.Refused(reason);
    }
}
