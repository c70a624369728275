package org.alternat.pades;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.alternat.pades.VerificationReport.Problem;
import org.alternat.pki.CertificateChecks;
import org.alternat.pki.TimestampToken;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/**
 * The CMS of anybody's PDF signature, ours or a stranger's, DER or BER. The gate refuses; this one says what is wrong, because
 * whoever asks about a file wants to know that.
 */
final class ExaminedCms {

    private static final String SHA_1 = "1.3.14.3.2.26";

    private final CMSSignedData cms;
    private final SignerInformation signer;
    private final X509CertificateHolder certificate;
    private final EnumSet<Problem> problems = EnumSet.noneOf(Problem.class);
    private @Nullable TimestampToken timestamp;

    private ExaminedCms(CMSSignedData cms, SignerInformation signer, X509CertificateHolder certificate) {
        this.cms = cms;
        this.signer = signer;
        this.certificate = certificate;
    }

    /**
     * Examines everything but the way to an authority.
     *
     * @param digestOf the digest over the covered bytes by the algorithm's object identifier, nothing for an unknown one
     * @throws RevisionRefusedException when there is no CMS with one signer and a certificate
     */
    static ExaminedCms of(byte[] contents, SignatureFormat format, Function<String, Optional<byte[]>> digestOf)
            throws RevisionRefusedException {
        ExaminedCms examined = parse(contents);
        if (format == SignatureFormat.OTHER || examined.cms.getSignedContent() != null) {
            examined.problems.add(Problem.UNSUPPORTED);
        } else {
            examined.examine(format, digestOf);
        }
        return examined;
    }

    private static ExaminedCms parse(byte[] contents) throws RevisionRefusedException {
        try {
            CMSSignedData cms = new CMSSignedData(
                    ContentInfo.getInstance(CmsContents.Value.read(contents).asn1()));
            Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                throw new RevisionRefusedException("the CMS must have exactly one signer");
            }
            SignerInformation signer = signers.iterator().next();
            X509CertificateHolder certificate = cms.getCertificates().getMatches(null).stream()
                    .filter(signer.getSID()::match)
                    .findFirst()
                    .orElseThrow(() -> new RevisionRefusedException("the signer's certificate is missing"));
            return new ExaminedCms(cms, signer, certificate);
        } catch (CMSException | RuntimeException e) {
            throw new RevisionRefusedException("/Contents holds no CMS", e);
        }
    }

    CMSSignedData cms() {
        return cms;
    }

    @Nullable
    AttributeTable signedAttributes() {
        return signer.getSignedAttributes();
    }

    X509CertificateHolder certificate() {
        return certificate;
    }

    Collection<X509CertificateHolder> certificates() {
        return cms.getCertificates().getMatches(null);
    }

    /** The signature timestamp, if there is one and it holds. Who made it is asked elsewhere. */
    Optional<TimestampToken> timestamp() {
        return Optional.ofNullable(timestamp);
    }

    Set<Problem> problems() {
        return problems;
    }

    private void examine(SignatureFormat format, Function<String, Optional<byte[]>> digestOf) {
        Optional<byte[]> digest = digestOf.apply(signer.getDigestAlgOID());
        if (digest.isEmpty()) {
            problems.add(Problem.UNSUPPORTED);
            return;
        }
        if (PrefixDigests.isWeak(signer.getDigestAlgOID()) || CertificateChecks.hasShortKey(certificate)) {
            problems.add(Problem.WEAK_ALGORITHM);
        }
        if (!coversTheBytes(digest.get())) {
            problems.add(Problem.OTHER_BYTES);
        } else if (!holds(digest.get())) {
            problems.add(Problem.BROKEN);
        }
        if (format == SignatureFormat.PADES && !namesItsCertificate()) {
            problems.add(Problem.CERTIFICATE_NOT_NAMED);
        }
        KeyUsage usage =
                certificate.getExtensions() == null ? null : KeyUsage.fromExtensions(certificate.getExtensions());
        if (usage != null && !usage.hasUsages(KeyUsage.nonRepudiation)) {
            problems.add(Problem.NOT_FOR_SIGNING);
        }
        examineTimestamp();
    }

    private boolean coversTheBytes(byte[] digest) {
        if (signer.getSignedAttributes() == null) {
            return true; // The signature value itself is over the bytes.
        }
        return value(CMSAttributes.messageDigest)
                .filter(ASN1OctetString.class::isInstance)
                .map(octets -> Arrays.equals(digest, ((ASN1OctetString) octets).getOctets()))
                .orElse(false);
    }

    private boolean holds(byte[] digest) {
        try {
            return new CMSSignedData(
                            Map.of(signer.getDigestAlgorithmID().getAlgorithm(), digest), cms.toASN1Structure())
                    .getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next()
                    .verify(CertificateChecks.signerVerifier(certificate, signer.getEncryptionAlgOID()));
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    private boolean namesItsCertificate() {
        try {
            Optional<ASN1Encodable> second = value(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
            if (second.isPresent()) {
                ESSCertIDv2 id = SigningCertificateV2.getInstance(second.get()).getCerts()[0];
                return matches(id.getHashAlgorithm().getAlgorithm().getId(), id.getCertHash());
            }
            Optional<ASN1Encodable> first = value(PKCSObjectIdentifiers.id_aa_signingCertificate);
            if (first.isPresent()) {
                ESSCertID id = SigningCertificate.getInstance(first.get()).getCerts()[0];
                return matches(SHA_1, id.getCertHash());
            }
            return false;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private boolean matches(String algorithm, byte[] hash) throws IOException {
        Optional<MessageDigest> digest = PrefixDigests.digest(algorithm);
        return digest.isPresent() && Arrays.equals(digest.get().digest(certificate.getEncoded()), hash);
    }

    private void examineTimestamp() {
        Attribute attribute = signer.getUnsignedAttributes() == null
                ? null
                : signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null || attribute.getAttrValues().size() == 0) {
            return;
        }
        try {
            TimestampToken token = TimestampToken.of(attribute.getAttributeValues()[0]);
            verify(token, signer.getSignature());
            timestamp = token;
        } catch (RuntimeException | TimestampToken.InvalidTimestampException e) {
            problems.add(Problem.TIMESTAMP);
        }
    }

    private static void verify(TimestampToken token, byte[] covered) throws TimestampToken.InvalidTimestampException {
        Optional<MessageDigest> digest = PrefixDigests.digest(token.imprintAlgorithm());
        token.verifyImprint(digest.isEmpty() ? new byte[0] : digest.get().digest(covered));
    }

    private Optional<ASN1Encodable> value(org.bouncycastle.asn1.ASN1ObjectIdentifier type) {
        AttributeTable signed = signer.getSignedAttributes();
        Attribute attribute = signed == null ? null : signed.get(type);
        return attribute == null || attribute.getAttrValues().size() != 1
                ? Optional.empty()
                : Optional.of(attribute.getAttributeValues()[0]);
    }
}
