package org.alternat.pades;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.alternat.pades.UploadVerdict.Reason;
import org.alternat.pki.CertificateChecks;
import org.alternat.pki.SignatureRules;
import org.alternat.pki.TimestampToken;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.OperatorCreationException;

/** A CMS made elsewhere, held against baseline B (EN 319 142-1, clause 6.3) with any algorithm that TS 119 312 allows. */
final class UploadedSignature {

    private final CMSSignedData cms;
    private final SignerInformation signer;
    private final X509CertificateHolder certificate;

    private UploadedSignature(CMSSignedData cms, SignerInformation signer, X509CertificateHolder certificate) {
        this.cms = cms;
        this.signer = signer;
        this.certificate = certificate;
    }

    /** @param contents the bytes of {@code /Contents} with their padding, which must be zero */
    static UploadedSignature parse(byte[] contents) throws UploadRefusedException {
        try {
            CMSSignedData cms = new CMSSignedData(
                    ContentInfo.getInstance(ASN1Primitive.fromByteArray(CmsContents.withoutPadding(contents))));
            Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1 || cms.getSignedContent() != null) {
                throw new UploadRefusedException(Reason.NOT_BASELINE);
            }
            SignerInformation signer = signers.iterator().next();
            X509CertificateHolder certificate = cms.getCertificates().getMatches(null).stream()
                    .filter(signer.getSID()::match)
                    .findFirst()
                    .orElseThrow(() -> new UploadRefusedException(Reason.NOT_BASELINE));
            return new UploadedSignature(cms, signer, certificate);
        } catch (RevisionRefusedException | CMSException | IOException | RuntimeException e) {
            throw new UploadRefusedException(Reason.NOT_BASELINE);
        }
    }

    X509CertificateHolder certificate() {
        return certificate;
    }

    Collection<X509CertificateHolder> certificates() {
        return cms.getCertificates().getMatches(null);
    }

    /** Digest, attributes, certificate and value over the file without the gap. */
    void verify(byte[] file, int gapFrom, int gapTo) throws UploadRefusedException {
        ASN1ObjectIdentifier algorithm = signer.getDigestAlgorithmID().getAlgorithm();
        if (!SignatureRules.allowsDigest(algorithm)) {
            throw new UploadRefusedException(Reason.WEAK_ALGORITHM);
        }
        MessageDigest digest = digest(algorithm);
        digest.update(file, 0, gapFrom);
        digest.update(file, gapTo, file.length - gapTo);
        byte[] covered = digest.digest();
        AttributeTable signed = signer.getSignedAttributes();
        if (signed == null
                || !PKCSObjectIdentifiers.data.equals(single(signed, CMSAttributes.contentType))
                || !(single(signed, CMSAttributes.messageDigest) instanceof ASN1OctetString stated)) {
            throw new UploadRefusedException(Reason.NOT_BASELINE);
        }
        if (!Arrays.equals(covered, stated.getOctets())) {
            throw new UploadRefusedException(Reason.BROKEN);
        }
        verifySigningCertificate(signed);
        verifyValue(algorithm, covered);
    }

    private static ASN1Primitive single(AttributeTable attributes, ASN1ObjectIdentifier type)
            throws UploadRefusedException {
        Attribute attribute = attributes.get(type);
        if (attribute == null
                || attribute.getAttributeValues().length != 1
                || attributes.getAll(type).size() != 1) {
            throw new UploadRefusedException(Reason.NOT_BASELINE);
        }
        return attribute.getAttributeValues()[0].toASN1Primitive();
    }

    private void verifySigningCertificate(AttributeTable signed) throws UploadRefusedException {
        try {
            ESSCertIDv2 id = SigningCertificateV2.getInstance(
                            single(signed, PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                    .getCerts()[0];
            ASN1ObjectIdentifier algorithm = id.getHashAlgorithm().getAlgorithm();
            if (!SignatureRules.allowsDigest(algorithm)
                    || !Arrays.equals(id.getCertHash(), digest(algorithm).digest(certificate.getEncoded()))) {
                throw new UploadRefusedException(Reason.NOT_BASELINE);
            }
        } catch (IOException | RuntimeException e) {
            throw new UploadRefusedException(Reason.NOT_BASELINE);
        }
    }

    private void verifyValue(ASN1ObjectIdentifier algorithm, byte[] covered) throws UploadRefusedException {
        try {
            SignerInformation detached = new CMSSignedData(Map.of(algorithm, covered), cms.toASN1Structure())
                    .getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next();
            if (!detached.verify(CertificateChecks.signerVerifier(certificate))) {
                throw new UploadRefusedException(Reason.BROKEN);
            }
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            throw new UploadRefusedException(Reason.BROKEN);
        }
    }

    /** The signature timestamp, checked against the signature value; nothing when there is none. */
    Optional<TimestampToken> timestamp() throws UploadRefusedException {
        try {
            CmsContents contents = CmsContents.parse(cms.toASN1Structure().getEncoded());
            return contents.signatureTimestamp();
        } catch (RevisionRefusedException | IOException | RuntimeException e) {
            throw new UploadRefusedException(Reason.BAD_TIMESTAMP);
        }
    }

    private static MessageDigest digest(ASN1ObjectIdentifier algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.getId());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the platform has SHA-2", e);
        }
    }
}
