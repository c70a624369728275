package org.alternat.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Calendar;
import java.util.List;
import org.alternat.pades.ValidationData;
import org.alternat.pki.CmsSigner;
import org.alternat.shared.Sha256;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * The way in which PDFBox itself signs: the whole file is parsed, and saved as an incremental update, each time. The CMS is ours. In its
 * favour: no visible text.
 */
final class PdfBoxSigning {

    private PdfBoxSigning() {}

    static byte[] sign(byte[] file, String field, CmsSigner signer) throws Exception {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDSignature signature = new PDSignature();
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            signature.setReason("Signe la déclaration au nom de sa fédération");
            signature.setSignDate(Calendar.getInstance());
            return save(document, field, signature, signer);
        }
    }

    /** The DSS dictionary and a document timestamp over everything. */
    static byte[] archive(byte[] file, String field, ValidationData data, CmsSigner timestamps) throws Exception {
        try (PDDocument document = Loader.loadPDF(file)) {
            COSDictionary store = new COSDictionary();
            store.setItem(COSName.getPDFName("Certs"), streams(document, data.certificates()));
            store.setItem(COSName.getPDFName("CRLs"), streams(document, data.revocationLists()));
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            catalog.setItem(COSName.getPDFName("DSS"), store);
            catalog.setNeedToBeUpdated(true);
            PDSignature signature = new PDSignature();
            signature.setType(COSName.DOC_TIME_STAMP);
            signature.setSubFilter(COSName.getPDFName("ETSI.RFC3161"));
            return save(document, field, signature, timestamps);
        }
    }

    private static byte[] save(PDDocument document, String name, PDSignature signature, CmsSigner signer)
            throws Exception {
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        COSDictionary field =
                document.getDocumentCatalog().getAcroForm(null).getField(name).getCOSObject();
        COSBase rectangle = field.getItem(COSName.RECT);
        field.setItem(COSName.V, signature);
        try (SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(6 * 1024);
            document.addSignature(signature, options);
            field.setItem(COSName.RECT, rectangle);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ExternalSigningSupport external = document.saveIncrementalForExternalSigning(out);
            MessageDigest digest = Sha256.newDigest();
            try (InputStream covered = new DigestInputStream(external.getContent(), digest)) {
                covered.transferTo(java.io.OutputStream.nullOutputStream());
            }
            external.setSignature(signer.sign(digest.digest()));
            return out.toByteArray();
        }
    }

    private static COSArray streams(PDDocument document, List<byte[]> objects) throws Exception {
        COSArray array = new COSArray();
        for (byte[] object : objects) {
            COSStream stream = document.getDocument().createCOSStream();
            try (var out = stream.createRawOutputStream()) {
                out.write(object);
            }
            array.add(stream);
        }
        return array;
    }
}
