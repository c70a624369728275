package org.alternat.pki;

import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Which algorithms, keys and usages a signature from outside may have (ETSI TS 119 312; EN 319 412-2, clause 4.3.2).
 *
 * @param minimumRsaBits 3000 as TS 119 312 asks for new keys; 2048 where older cards must be let in
 */
public record SignatureRules(int minimumRsaBits) {

    private static final int MINIMUM_CURVE_BITS = 256;

    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);

    private static final Set<ASN1ObjectIdentifier> SIGNATURES = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            PKCSObjectIdentifiers.id_RSASSA_PSS,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512);

    /** SHA-256, SHA-384 or SHA-512. */
    public static boolean allowsDigest(ASN1ObjectIdentifier digest) {
        return DIGESTS.contains(digest);
    }

    /** True when the signature on the certificate is made with an algorithm that still holds. */
    public boolean allowsSignatureOn(X509CertificateHolder certificate) {
        return SIGNATURES.contains(certificate.getSignatureAlgorithm().getAlgorithm());
    }

    /** True when the key is RSA of at least the length asked for, or on a curve of at least 256 bits. */
    public boolean allowsKey(SubjectPublicKeyInfo key) {
        try {
            if (PKCSObjectIdentifiers.rsaEncryption.equals(key.getAlgorithm().getAlgorithm())) {
                return RSAPublicKey.getInstance(key.parsePublicKey())
                                .getModulus()
                                .bitLength()
                        >= minimumRsaBits;
            }
            AsymmetricKeyParameter parameter = PublicKeyFactory.createKey(key);
            return parameter instanceof ECPublicKeyParameters curve
                    && curve.getParameters().getN().bitLength() >= MINIMUM_CURVE_BITS;
        } catch (java.io.IOException | RuntimeException unreadable) {
            return false;
        }
    }

    /** True for a certificate made for signing documents; one for logging in is not. */
    public static boolean isForSigning(X509CertificateHolder certificate) {
        if (certificate.getExtensions() == null) {
            return false;
        }
        KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
        return usage != null && usage.hasUsages(KeyUsage.nonRepudiation);
    }
}
