package org.alternat.pades;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.alternat.pki.CertificateChecks;
import org.alternat.pki.TimestampToken;
import org.alternat.shared.Sha256;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The CMS in {@code /Contents} of a PAdES signature, checked as EN 319 142-1, clause 6, asks for baseline B. The zero
 * bytes behind it are cut by its own length; anything else behind it is refused.
 */
final class CmsContents {

    private final CMSSignedData cms;
    private final SignerInformation signer;
    private final X509CertificateHolder certificate;

    private CmsContents(CMSSignedData cms, SignerInformation signer, X509CertificateHolder certificate) {
        this.cms = cms;
        this.signer = signer;
        this.certificate = certificate;
    }

    /** The DER or BER value at the start, without the padding. */
    static byte[] withoutPadding(byte[] contents) throws RevisionRefusedException {
        return Arrays.copyOf(contents, Value.read(contents).length());
    }

    static CmsContents parse(byte[] contents) throws RevisionRefusedException {
        try {
            CMSSignedData cms = new CMSSignedData(
                    ContentInfo.getInstance(Value.read(contents).asn1()));
            Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1 || cms.getSignedContent() != null) {
                throw new RevisionRefusedException("the CMS must be detached and have exactly one signer");
            }
            SignerInformation signer = signers.iterator().next();
            X509CertificateHolder certificate = cms.getCertificates().getMatches(null).stream()
                    .filter(signer.getSID()::match)
                    .findFirst()
                    .orElseThrow(() -> new RevisionRefusedException("the signer's certificate is missing"));
            return new CmsContents(cms, signer, certificate);
        } catch (CMSException | RuntimeException e) {
            throw new RevisionRefusedException("/Contents holds no CMS", e);
        }
    }

    X509CertificateHolder certificate() {
        return certificate;
    }

    Collection<X509CertificateHolder> certificates() {
        return cms.getCertificates().getMatches(null);
    }

    /** Digest, signature value, signed attributes. */
    void verify(byte[] documentDigest) throws RevisionRefusedException {
        if (signer.getSignedAttributes() == null
                || !NISTObjectIdentifiers.id_sha256.getId().equals(signer.getDigestAlgOID())) {
            throw new RevisionRefusedException("the signature has no signed attributes or is not over SHA-256");
        }
        Attribute digest = signer.getSignedAttributes().get(CMSAttributes.messageDigest);
        Attribute type = signer.getSignedAttributes().get(CMSAttributes.contentType);
        if (type == null || !PKCSObjectIdentifiers.data.equals(type.getAttributeValues()[0])) {
            throw new RevisionRefusedException("the content type is not data");
        }
        if (digest == null
                || !Arrays.equals(
                        documentDigest,
                        ASN1OctetString.getInstance(digest.getAttributeValues()[0])
                                .getOctets())) {
            throw new RevisionRefusedException("the signature is over other bytes");
        }
        verifySigningCertificate();
        verifySignatureValue(documentDigest);
    }

    private void verifySigningCertificate() throws RevisionRefusedException {
        Attribute attribute = signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null) {
            throw new RevisionRefusedException("the signature does not name its certificate");
        }
        try {
            ESSCertIDv2 id = SigningCertificateV2.getInstance(attribute.getAttributeValues()[0])
                    .getCerts()[0];
            if (!NISTObjectIdentifiers.id_sha256.equals(id.getHashAlgorithm().getAlgorithm())
                    || !Arrays.equals(
                            id.getCertHash(),
                            Sha256.of(certificate.getEncoded()).bytes())) {
                throw new RevisionRefusedException("the signature names another certificate");
            }
        } catch (IOException | RuntimeException e) {
            throw new RevisionRefusedException("the signature does not name its certificate", e);
        }
    }

    private void verifySignatureValue(byte[] documentDigest) throws RevisionRefusedException {
        try {
            SignerInformation detached = new CMSSignedData(
                            java.util.Map.of(signer.getDigestAlgorithmID().getAlgorithm(), documentDigest),
                            cms.toASN1Structure())
                    .getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next();
            if (!detached.verify(CertificateChecks.signerVerifier(certificate))) {
                throw new RevisionRefusedException("the signature does not hold");
            }
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            throw new RevisionRefusedException("the signature does not hold", e);
        }
    }

    /** The signature timestamp, checked against the signature value; nothing when there is none. */
    Optional<TimestampToken> signatureTimestamp() throws RevisionRefusedException {
        Optional<TimestampToken> token = attachedTimestamp();
        try {
            if (token.isPresent()) {
                token.get().verifyOver(signer.getSignature());
            }
            return token;
        } catch (TimestampToken.InvalidTimestampException e) {
            throw new RevisionRefusedException("the signature timestamp does not hold: " + e.getMessage(), e);
        }
    }

    /** What stands in the place of a signature timestamp, unchecked; nothing when there is none. */
    Optional<TimestampToken> attachedTimestamp() throws RevisionRefusedException {
        Attribute attribute = signer.getUnsignedAttributes() == null
                ? null
                : signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(TimestampToken.of(attribute.getAttributeValues()[0]));
        } catch (TimestampToken.InvalidTimestampException e) {
            throw new RevisionRefusedException("the signature timestamp does not hold: " + e.getMessage(), e);
        }
    }

    /**
     * The one value in {@code /Contents}; behind it stand zero bytes or nothing.
     *
     * @param length its own, in bytes
     */
    record Value(ASN1Primitive asn1, int length) {

        static Value read(byte[] contents) throws RevisionRefusedException {
            // Lazy, because otherwise every byte is handed through as many streams as it is deep in the value.
            try (ASN1InputStream in = new ASN1InputStream(contents, true)) {
                ASN1Primitive value = in.readObject();
                if (value == null) {
                    throw new RevisionRefusedException("/Contents is empty");
                }
                byte[] rest = in.readAllBytes();
                for (byte b : rest) {
                    if (b != 0) {
                        throw new RevisionRefusedException("something stands behind the signature value");
                    }
                }
                readWhole(value);
                return new Value(value, contents.length - rest.length);
            } catch (IOException | RuntimeException | StackOverflowError e) {
                throw new RevisionRefusedException("/Contents holds no CMS", e);
            }
        }

        /** What cannot be read anywhere in the value must come to light here, where it is refused. */
        private static void readWhole(ASN1Primitive value) {
            Deque<ASN1Encodable> open = new ArrayDeque<>(List.of(value));
            while (!open.isEmpty()) {
                ASN1Primitive next = open.pop().toASN1Primitive();
                if (next instanceof ASN1Sequence sequence) {
                    sequence.forEach(open::push);
                } else if (next instanceof ASN1Set set) {
                    set.forEach(open::push);
                } else if (next instanceof ASN1TaggedObject tagged) {
                    open.push(tagged.getBaseObject());
                }
            }
        }
    }
}
