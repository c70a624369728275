package org.alternat.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.alternat.pades.ChainFixture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** Files that nobody should be able to circulate, each made on the spot. */
public final class HostilePdfs {

    private HostilePdfs() {}

    private interface Change {
        void apply(PDDocument document) throws IOException;
    }

    private static byte[] changed(Change change) {
        try (PDDocument document = Loader.loadPDF(ChainFixture.text(2).toByteArray())) {
            change.apply(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] javaScript() {
        return changed(
                document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')")));
    }

    public static byte[] launchAction() {
        return changed(document -> {
            COSDictionary action = new COSDictionary();
            action.setItem(COSName.S, COSName.getPDFName("Launch"));
            action.setString(COSName.F, "calc.exe");
            COSDictionary annotation = new COSDictionary();
            annotation.setItem(COSName.TYPE, COSName.ANNOT);
            annotation.setItem(COSName.SUBTYPE, COSName.getPDFName("Link"));
            annotation.setItem(COSName.A, action);
            COSArray annotations = new COSArray();
            annotations.add(annotation);
            document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, annotations);
        });
    }

    public static byte[] embeddedFile() {
        return changed(document -> {
            COSDictionary names = new COSDictionary();
            names.setItem(COSName.getPDFName("EmbeddedFiles"), new COSDictionary());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
        });
    }

    public static byte[] xfa() {
        return changed(document -> {
            PDAcroForm form = new PDAcroForm(document);
            COSStream stream = document.getDocument().createCOSStream();
            try (var out = stream.createOutputStream()) {
                out.write("<xdp/>".getBytes(StandardCharsets.UTF_8));
            }
            form.getCOSObject().setItem(COSName.XFA, stream);
            document.getDocumentCatalog().setAcroForm(form);
        });
    }

    public static byte[] encrypted(String userPassword) {
        return changed(document ->
                document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission())));
    }

    public static byte[] truncated() {
        byte[] whole = ChainFixture.text(2).toByteArray();
        return Arrays.copyOf(whole, whole.length * 2 / 3);
    }

    public static byte[] loopingPageTree() {
        return changed(document -> {
            COSDictionary pages = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
            pages.getCOSArray(COSName.KIDS).add(pages);
        });
    }

    public static byte[] pages(int count) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < count; i++) {
                document.addPage(new PDPage());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] tooLarge() {
        byte[] file = new byte[DocumentIntake.MAX_BYTES + 1];
        byte[] start = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, file, 0, start.length);
        return file;
    }
}
