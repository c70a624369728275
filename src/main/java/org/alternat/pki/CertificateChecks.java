package org.alternat.pki;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** Signatures of certificates and the path from one of them to a trust anchor (RFC 5280, section 6, without policies). */
public final class CertificateChecks {

    private static final int MAX_PATH = 8;
    private static final DefaultCMSSignatureAlgorithmNameGenerator SIGNATURE_NAMES =
            new DefaultCMSSignatureAlgorithmNameGenerator();
    private static final DefaultSignatureAlgorithmIdentifierFinder SIGNATURES =
            new DefaultSignatureAlgorithmIdentifierFinder();

    private CertificateChecks() {}

    /** A verifier of CMS signatures made with this certificate's key: ECDSA or RSA. */
    public static SignerInformationVerifier signerVerifier(X509CertificateHolder certificate)
            throws OperatorCreationException {
        return new SignerInformationVerifier(
                SIGNATURE_NAMES, SIGNATURES, KnownKeys.verifier(certificate), new BcDigestCalculatorProvider());
    }

    /** As {@link #signerVerifier(X509CertificateHolder)}, for the algorithms of strangers too: RSASSA-PSS, EdDSA. */
    public static SignerInformationVerifier signerVerifier(X509CertificateHolder certificate, String signatureAlgorithm)
            throws OperatorCreationException {
        boolean elliptic = X9ObjectIdentifiers.id_ecPublicKey.equals(
                certificate.getSubjectPublicKeyInfo().getAlgorithm().getAlgorithm());
        boolean pss = PKCSObjectIdentifiers.id_RSASSA_PSS.getId().equals(signatureAlgorithm);
        if (elliptic || (isRsa(certificate) && !pss)) {
            return signerVerifier(certificate);
        }
        try {
            return new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(certificate);
        } catch (CertificateException e) {
            throw new OperatorCreationException("a certificate that cannot be read", e);
        }
    }

    /** True for an RSA key below 2048 bits or a curve below 224, which TS 119 312 no longer allows at all. */
    public static boolean hasShortKey(X509CertificateHolder certificate) {
        try {
            AsymmetricKeyParameter key = PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo());
            if (key instanceof RSAKeyParameters rsa) {
                return rsa.getModulus().bitLength() < 2048;
            }
            return key instanceof ECPublicKeyParameters curve
                    && curve.getParameters().getN().bitLength() < 224;
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    /** True when this issuer's key signed the list. */
    public static boolean isSignedBy(X509CRLHolder list, X509CertificateHolder issuer) {
        try {
            return list.isSignatureValid(contentVerifier(issuer));
        } catch (CertException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Builds the path from a certificate to one of the anchors through the intermediates given.
     *
     * @param at the instant at which each certificate of the path must be valid
     * @return the path, the certificate first and the anchor last, or nothing when there is none
     */
    public static Optional<List<X509CertificateHolder>> path(
            X509CertificateHolder certificate,
            Collection<X509CertificateHolder> intermediates,
            Collection<X509CertificateHolder> anchors,
            Instant at) {
        List<X509CertificateHolder> path = new java.util.ArrayList<>(List.of(certificate));
        Set<X509CertificateHolder> seen = new HashSet<>(path);
        while (path.size() <= MAX_PATH) {
            X509CertificateHolder last = path.get(path.size() - 1);
            if (!last.isValidOn(Date.from(at))) {
                return Optional.empty();
            }
            if (anchors.contains(last)) {
                return Optional.of(path);
            }
            Optional<X509CertificateHolder> issuer = java.util.stream.Stream.concat(
                            anchors.stream(), intermediates.stream())
                    .filter(candidate -> !seen.contains(candidate) && isIssuedBy(last, candidate))
                    .findFirst();
            if (issuer.isEmpty()) {
                return Optional.empty();
            }
            path.add(issuer.get());
            seen.add(issuer.get());
        }
        return Optional.empty();
    }

    /**
     * True when the certificate says that there is no revocation information of it, ever (RFC 9608), or that none is needed
     * because it is short-lived (EN 319 412-1, clause 5.2.2).
     */
    public static boolean isNeverRevoked(X509CertificateHolder certificate) {
        return certificate.getExtension(CertificateProfiles.NO_REV_AVAIL) != null
                || certificate.getExtension(CertificateProfiles.VALIDITY_ASSURED_SHORT_TERM) != null;
    }

    /** True when the issuer is a CA that may sign certificates and its key did sign this one. */
    public static boolean isIssuedBy(X509CertificateHolder certificate, X509CertificateHolder issuer) {
        if (!certificate.getIssuer().equals(issuer.getSubject())) {
            return false;
        }
        BasicConstraints constraints = BasicConstraints.fromExtensions(issuer.getExtensions());
        KeyUsage usage = KeyUsage.fromExtensions(issuer.getExtensions());
        if (constraints == null || !constraints.isCA() || (usage != null && !usage.hasUsages(KeyUsage.keyCertSign))) {
            return false;
        }
        try {
            return VerifiedCertificates.isSignedBy(certificate, issuer);
        } catch (IOException | CertException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    /** A verifier of what this certificate's key signed: certificates, lists, answers. */
    public static ContentVerifierProvider contentVerifier(X509CertificateHolder certificate)
            throws OperatorCreationException {
        return KnownKeys.verifier(certificate);
    }

    static boolean isRsa(X509CertificateHolder certificate) {
        return PKCSObjectIdentifiers.rsaEncryption.equals(
                certificate.getSubjectPublicKeyInfo().getAlgorithm().getAlgorithm());
    }
}
