package org.alternat.pki;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.CollectionStore;

/** A CMS that a provider made over a digest of ours: by the key that it named before, over that digest, then timestamped. */
final class ReturnedCms {

    private final byte[] encoded;

    ReturnedCms(byte[] encoded) {
        this.encoded = encoded;
    }

    byte[] timestamped(List<X509CertificateHolder> expected, byte[] documentDigest, TimestampAuthority timestamps) {
        try {
            CMSSignedData cms = new CMSSignedData(
                    Map.of(NISTObjectIdentifiers.id_sha256, documentDigest),
                    ContentInfo.getInstance(ASN1Primitive.fromByteArray(encoded)));
            SignerInformation signer = onlySigner(cms);
            check(cms, signer, expected.get(0), documentDigest);
            CMSSignedData complete = hasTimestamp(signer) ? cms : withTimestamp(cms, signer, timestamps);
            return withChain(complete, expected).toASN1Structure().getEncoded(ASN1Encoding.DER);
        } catch (CMSException | IOException | IllegalArgumentException e) {
            throw refused("holds no CMS", e);
        }
    }

    private static SignerInformation onlySigner(CMSSignedData cms) {
        Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw refused("has not exactly one signer", null);
        }
        return signers.iterator().next();
    }

    private static void check(
            CMSSignedData cms, SignerInformation signer, X509CertificateHolder expected, byte[] documentDigest) {
        boolean same = cms.getCertificates().getMatches(null).stream()
                .filter(signer.getSID()::match)
                .anyMatch(expected::equals);
        if (!same) {
            throw refused("is signed by another certificate than the credential's", null);
        }
        Attribute digest = signer.getSignedAttributes() == null
                ? null
                : signer.getSignedAttributes().get(CMSAttributes.messageDigest);
        if (digest == null || !new DEROctetString(documentDigest).equals(digest.getAttributeValues()[0])) {
            throw refused("is over another document", null);
        }
        try {
            if (!signer.verify(CertificateChecks.signerVerifier(expected))) {
                throw refused("does not hold", null);
            }
        } catch (CMSException | OperatorCreationException e) {
            throw refused("does not hold", e);
        }
    }

    private static boolean hasTimestamp(SignerInformation signer) {
        return signer.getUnsignedAttributes() != null
                && signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken) != null;
    }

    private static CMSSignedData withTimestamp(
            CMSSignedData cms, SignerInformation signer, TimestampAuthority timestamps) throws IOException {
        Attribute token = new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                new DERSet(ASN1Primitive.fromByteArray(timestamps.timestampOver(signer.getSignature()))));
        AttributeTable unsigned = signer.getUnsignedAttributes() == null
                ? new AttributeTable(new DERSet(token))
                : signer.getUnsignedAttributes().add(token.getAttrType(), token.getAttributeValues()[0]);
        return CMSSignedData.replaceSigners(
                cms, new SignerInformationStore(SignerInformation.replaceUnsignedAttributes(signer, unsigned)));
    }

    /** Providers may send their certificate alone; whoever checks the file needs those above it, too. */
    private static CMSSignedData withChain(CMSSignedData cms, List<X509CertificateHolder> chain) throws CMSException {
        Set<X509CertificateHolder> all =
                new LinkedHashSet<>(cms.getCertificates().getMatches(null));
        all.addAll(chain);
        return CMSSignedData.replaceCertificatesAndCRLs(
                cms, new CollectionStore<>(all), cms.getAttributeCertificates(), cms.getCRLs());
    }

    private static RemoteSigningException refused(String why, @org.jspecify.annotations.Nullable Exception cause) {
        return new RemoteSigningException("remote signing: the signature returned " + why, cause);
    }
}
