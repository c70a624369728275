package org.alternat.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
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
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.util.CollectionStore;

/**
 * Builds the CMS of a PAdES signature at level B-T. The signed attributes are exactly content-type, message-digest and
 * signing-certificate-v2: signing-time stays out, the PDF's {@code /M} carries it (EN 319 142-1, clause 6.3). The
 * timestamp over the signature value is fetched while the unsigned attributes are made, so nothing is encoded twice.
 */
final class Cades {

    private Cades() {}

    static byte[] sign(
            ContentSigner signer,
            List<X509CertificateHolder> chain,
            byte[] documentDigest,
            TimestampAuthority timestampAuthority) {
        try {
            X509CertificateHolder certificate = chain.get(0);
            AttributeTable signed = signedAttributes(certificate, documentDigest);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                    .setContentDigest(EcdsaSigner.SHA256)
                    .setSignedAttributeGenerator(parameters -> signed)
                    .setUnsignedAttributeGenerator(parameters -> unsignedAttributes(parameters, timestampAuthority))
                    .build(signer, certificate));
            generator.addCertificates(new CollectionStore<>(chain));
            return generator
                    .generate(new CMSAbsentContent(), false)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException e) {
            throw new IllegalStateException("the signature could not be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AttributeTable signedAttributes(X509CertificateHolder certificate, byte[] documentDigest)
            throws IOException {
        // RFC 5035, section 4: SHA-256 is the default of ESSCertIDv2 and is therefore left out.
        byte[] certificateHash = Sha256.of(certificate.getEncoded()).bytes();
        SigningCertificateV2 signingCertificate =
                new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(certificateHash)});
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(PKCSObjectIdentifiers.data)));
        attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(documentDigest))));
        attributes.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(signingCertificate)));
        return new AttributeTable(attributes);
    }

    private static AttributeTable unsignedAttributes(Map<?, ?> parameters, TimestampAuthority timestampAuthority) {
        byte[] signatureValue = (byte[]) parameters.get(CMSAttributeTableGenerator.SIGNATURE);
        if (signatureValue == null) {
            throw new IllegalStateException("the CMS generator gave no signature value");
        }
        try {
            byte[] token = timestampAuthority.timestampOver(signatureValue);
            return new AttributeTable(new DERSet(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                    new DERSet(ASN1Primitive.fromByteArray(token)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
