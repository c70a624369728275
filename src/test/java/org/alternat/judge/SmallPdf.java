package org.alternat.judge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Calendar;
import java.util.Hashtable;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;

/** A page and PAdES B-B signatures on it, by PDFBox and Bouncy Castle alone: the judge is not asked about our own code here. */
final class SmallPdf {

    private static final String TRANSFORM_METHOD = "DocMDP";

    private SmallPdf() {}

    static byte[] page() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    static byte[] signed(byte[] pdf, SmallPki.Signer signer) throws Exception {
        return signed(pdf, signer, false, false);
    }

    /** With DocMDP P=2: after this only forms may be filled in and signatures added. */
    static byte[] certified(byte[] pdf, SmallPki.Signer signer) throws Exception {
        return signed(pdf, signer, true, false);
    }

    static byte[] signedWithAnotherText(byte[] pdf, SmallPki.Signer signer) throws Exception {
        return signed(pdf, signer, false, true);
    }

    private static byte[] signed(byte[] pdf, SmallPki.Signer signer, boolean certify, boolean changeText)
            throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            signature.setSignDate(Calendar.getInstance());
            if (certify) {
                certify(document, signature);
            }
            document.addSignature(signature, content -> cms(content, signer));
            if (changeText) {
                changeText(document);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    private static void certify(PDDocument document, PDSignature signature) {
        COSDictionary parameters = new COSDictionary();
        parameters.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
        parameters.setInt(COSName.P, 2);
        parameters.setName(COSName.V, "1.2");
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
        reference.setName("TransformMethod", TRANSFORM_METHOD);
        reference.setItem("TransformParams", parameters);
        COSArray references = new COSArray();
        references.add(reference);
        signature.getCOSObject().setItem("Reference", references);
        COSDictionary permissions = new COSDictionary();
        permissions.setItem(TRANSFORM_METHOD, signature);
        COSDictionary catalogue = document.getDocumentCatalog().getCOSObject();
        catalogue.setItem("Perms", permissions);
        catalogue.setNeedToBeUpdated(true);
    }

    private static void changeText(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
            content.addRect(50, 50, 300, 300);
            content.fill();
        }
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    private static byte[] cms(InputStream content, SmallPki.Signer signer) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            String algorithm = "SHA256with" + signer.key().getAlgorithm().replace("EC", "ECDSA");
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setSignedAttributeGenerator(attributes(signer))
                    .build(algorithm, signer.key(), signer.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(signer.certificate())));
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .getEncoded("DER");
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** Bouncy Castle's own set, less what PAdES forbids (signing-time), with signing-certificate-v2, which it demands. */
    private static DefaultSignedAttributeTableGenerator attributes(SmallPki.Signer signer) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(signer.certificate().getEncoded());
        ASN1EncodableVector own = new ASN1EncodableVector();
        own.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest)))));
        return new DefaultSignedAttributeTableGenerator(new AttributeTable(own)) {
            @Override
            @SuppressWarnings("rawtypes")
            protected Hashtable<ASN1ObjectIdentifier, Attribute> createStandardAttributeTable(
                    java.util.Map parameters) {
                @SuppressWarnings("unchecked")
                Hashtable<ASN1ObjectIdentifier, Attribute> table = super.createStandardAttributeTable(parameters);
                table.remove(CMSAttributes.signingTime);
                return table;
            }
        };
    }
}
