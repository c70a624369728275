package org.alternat.pades.attack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.alternat.pki.TimestampAuthority;
import org.alternat.shared.Sha256;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.jspecify.annotations.Nullable;

/**
 * A signing tool that is none of ours, with every bad habit at a switch. What it signs is an update made by hand, so it can
 * sign anything.
 */
public final class ForeignTool {

    private static final String RANGE = "/ByteRange[0 0000000000 0000000000 0000000000]";

    private final ForeignPki.Card card;
    private final List<X509CertificateHolder> certificates;
    private final @Nullable TimestampAuthority timestamps;
    String algorithm = "SHA256withECDSA";
    boolean namesItsCertificate = true;
    boolean indefiniteLength;
    boolean timestampsOtherData;
    /** A document timestamp in the place of a signature. */
    boolean timestampsTheDocument;

    char padding = '0';
    int room = 8192;
    String subFilter = "/ETSI.CAdES.detached";
    byte @Nullable [] cmsOfSomebodyElse;
    /** Another key in the place of {@code /Contents}, which stands elsewhere. */
    String contentsKey = "/Contents";

    /** More entries of the signature dictionary. */
    String entries = "";

    /** How many bytes in front of the gap are left out of the byte range as well. */
    int widerGap;

    public ForeignTool(
            ForeignPki.Card card, List<X509CertificateHolder> certificates, @Nullable TimestampAuthority timestamps) {
        this.card = card;
        this.certificates = new ArrayList<>(certificates);
        this.timestamps = timestamps;
    }

    ForeignTool carrying(X509CertificateHolder more) {
        certificates.add(more);
        return this;
    }

    /** Signs in the field that is there, together with whatever the update does besides. */
    public byte[] sign(PdfUpdate update, String field) {
        int number = update.field(field);
        int signature = update.add(dictionary());
        String body = update.bodyOf(number).replaceAll("/V \\d+ 0 R", "");
        update.replace(number, body.replaceFirst("<<", "<</V " + signature + " 0 R "));
        return seal(update);
    }

    /** The signature dictionary with room for what is not known yet. */
    String dictionary() {
        String kind = timestampsTheDocument
                ? "/DocTimeStamp/SubFilter/ETSI.RFC3161"
                : "/Sig/SubFilter" + subFilter + "/M(D:20261125100000Z)";
        return "<</Type" + kind + "/Filter/Adobe.PPKLite" + entries + RANGE
                + contentsKey
                + "<"
                + String.valueOf(padding).repeat(room * 2) + ">"
                + ("/Contents".equals(contentsKey) ? "" : "/Contents<00>") + ">>";
    }

    /** Fills the dictionary that is in the update. */
    byte[] seal(PdfUpdate update) {
        byte[] file = update.bytes(update.build());
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int rangeAt = text.lastIndexOf(RANGE);
        int from = rangeAt + RANGE.length() + contentsKey.length();
        int to = from + room * 2 + 2;
        put(
                file,
                rangeAt,
                String.format(Locale.ROOT, "/ByteRange[0 %010d %010d %010d]", from - widerGap, to, file.length - to));
        byte[] covered = Arrays.copyOf(file, from - widerGap + file.length - to);
        System.arraycopy(file, to, covered, from - widerGap, file.length - to);
        byte[] cms = timestampsTheDocument && timestamps != null
                ? timestamps.timestamp(Sha256.of(covered))
                : cmsOfSomebodyElse == null ? cms(covered) : cmsOfSomebodyElse;
        put(file, from + 1, HexFormat.of().formatHex(cms));
        return file;
    }

    byte[] cms(byte[] covered) {
        try {
            String digestName = algorithm.startsWith("SHA1") ? "SHA-1" : "SHA-256";
            byte[] digest = MessageDigest.getInstance(digestName).digest(covered);
            AttributeTable signed = attributes(digest);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            SignerInfoGeneratorBuilder builder =
                    new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
            builder.setSignedAttributeGenerator(parameters -> signed);
            if (timestamps != null) {
                builder.setUnsignedAttributeGenerator(
                        parameters -> timestamp((byte[]) parameters.get(CMSAttributeTableGenerator.SIGNATURE)));
            }
            generator.addSignerInfoGenerator(builder.build(
                    new JcaContentSignerBuilder(algorithm).build(card.key().getPrivate()), card.certificate()));
            generator.addCertificates(new CollectionStore<>(certificates));
            return generator
                    .generate(new CMSAbsentContent(), false)
                    .toASN1Structure()
                    .getEncoded(indefiniteLength ? ASN1Encoding.BER : ASN1Encoding.DER);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private AttributeTable attributes(byte[] digest) throws java.io.IOException {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(PKCSObjectIdentifiers.data)));
        attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest))));
        if (namesItsCertificate) {
            byte[] hash = Sha256.of(card.certificate().getEncoded()).bytes();
            attributes.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(hash)}))));
        }
        return new AttributeTable(attributes);
    }

    private AttributeTable timestamp(byte[] signatureValue) {
        try {
            byte[] data = timestampsOtherData ? new byte[] {1} : signatureValue;
            byte[] token = timestamps.timestamp(Sha256.of(data));
            return new AttributeTable(new DERSet(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                    new DERSet(ASN1Primitive.fromByteArray(token)))));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(byte[] target, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }
}
