package org.alternat.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.alternat.pades.ChainFixture;
import org.alternat.pades.FieldPreparation;
import org.alternat.shared.PdfBytes;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Prepared files to sign, on texts of ten pages and of the size wanted. */
final class Bases {

    private Bases() {}

    /** @param textKb size of the text, in kB: filled up with what cannot be compressed, as a scanned picture is */
    static PdfBytes prepared(int textKb, int signatories) {
        return new FieldPreparation().prepare(text(textKb), ChainFixture.pages(signatories));
    }

    private static PdfBytes text(int kb) {
        try (PDDocument document = Loader.loadPDF(ChainFixture.text(10).toByteArray())) {
            byte[] filling = new byte[Math.max(0, kb * 1000 - 8_000)];
            new Random(kb).nextBytes(filling);
            COSStream stream = document.getDocument().createCOSStream();
            try (var out = stream.createRawOutputStream()) {
                out.write(filling);
            }
            document.getPage(0).getCOSObject().setItem(COSName.getPDFName("PieceInfo"), stream);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return new PdfBytes(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
