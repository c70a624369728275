package org.alternat.signing.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A stranger's authority and program: plain PDFBox and Bouncy Castle, no line of the service's own. */
final class ForeignSigner {

    private static final ASN1ObjectIdentifier NO_REV_AVAIL = new ASN1ObjectIdentifier("2.5.29.56");

    private static final String AUTHORITY = "C=BE,O=Foreign,CN=Foreign CA";

    private final KeyPair authority;
    private final X509Certificate anchor;
    private final KeyPair keys = curveKeys();
    private final X509Certificate certificate;

    private ForeignSigner(KeyPair authority, X509Certificate anchor, String name) {
        this.authority = authority;
        this.anchor = anchor;
        this.certificate = issue(authority, AUTHORITY, "C=BE,CN=" + name, keys, false);
    }

    static ForeignSigner of(String name) {
        KeyPair keys = curveKeys();
        return new ForeignSigner(keys, issue(keys, AUTHORITY, AUTHORITY, keys, true), name);
    }

    static ForeignSigner sameAuthority(ForeignSigner other, String name) {
        return new ForeignSigner(other.authority, other.anchor, name);
    }

    byte[] anchor() {
        try {
            return anchor.getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign(byte[] pdf, String field) {
        return sign(pdf, field, "SHA256withECDSA", false);
    }

    byte[] signWithSha1(byte[] pdf, String field) {
        return sign(pdf, field, "SHA1withECDSA", false);
    }

    byte[] signAndAddText(byte[] pdf, String field) {
        return sign(pdf, field, "SHA256withECDSA", true);
    }

    private byte[] sign(byte[] pdf, String name, String algorithm, boolean addText) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignatureField field = (PDSignatureField)
                    document.getDocumentCatalog().getAcroForm(null).getField(name);
            COSDictionary widget = field.getCOSObject();
            var rectangle = widget.getItem(COSName.RECT);
            var appearance = widget.getItem(COSName.AP);
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            signature.setSignDate(Calendar.getInstance());
            field.setValue(signature);
            document.addSignature(signature, content -> cms(content, algorithm));
            // PDFBox takes a field without a visible template for an invisible one.
            widget.setItem(COSName.RECT, rectangle);
            widget.setItem(COSName.AP, appearance);
            if (addText) {
                PDPage page = document.getPage(0);
                try (PDPageContentStream text = new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
                    text.addRect(50, 50, 300, 300);
                    text.fill();
                }
                page.getCOSObject().setNeedToBeUpdated(true);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] cms(InputStream content, String algorithm) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            ASN1EncodableVector own = new ASN1EncodableVector();
            own.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest)))));
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setSignedAttributeGenerator(
                            parameters -> new DefaultSignedAttributeTableGenerator(new AttributeTable(own))
                                    .getAttributes(parameters)
                                    .remove(CMSAttributes.signingTime)
                                    .remove(CMSAttributes.cmsAlgorithmProtect))
                    .build(algorithm, keys.getPrivate(), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate, anchor)));
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .getEncoded("DER");
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static X509Certificate issue(
            KeyPair issuer, String issuerName, String name, KeyPair keys, boolean authority) {
        try {
            Instant now = Instant.now();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuerName),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(now.minus(Duration.ofMinutes(5))),
                    Date.from(now.plus(Duration.ofHours(1))),
                    new X500Name(name),
                    keys.getPublic());
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    extensions.createAuthorityKeyIdentifier(issuer.getPublic()));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(keys.getPublic()));
            if (authority) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            } else {
                builder.addExtension(NO_REV_AVAIL, false, DERNull.INSTANCE);
            }
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.nonRepudiation));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair curveKeys() {
        try {
            KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
            curve.initialize(256);
            return curve.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
