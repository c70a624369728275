package org.alternat.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;

/**
 * ECDSA with SHA-256 on P-256 (FIPS 186-5; accepted by ETSI TS 119 312). Bouncy Castle's lightweight classes are used
 * throughout: on JDK 17 its P-256 is several times faster than the platform's.
 */
final class EcdsaSigner {

    static final AlgorithmIdentifier ECDSA_SHA256 = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private static final ASN1ObjectIdentifier P256 = SECObjectIdentifiers.secp256r1;

    private EcdsaSigner() {}

    static AsymmetricCipherKeyPair newKeyPair(SecureRandom random) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(ECNamedDomainParameters.lookup(P256), random));
        return generator.generateKeyPair();
    }

    static SubjectPublicKeyInfo publicKey(AsymmetricCipherKeyPair pair) {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ContentSigner contentSigner(AsymmetricKeyParameter key, SecureRandom random) {
        try {
            return new BcECContentSignerBuilder(ECDSA_SHA256, SHA256)
                    .setSecureRandom(random)
                    .build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("the key is no P-256 key", e);
        }
    }
}
