package org.alternat.pki;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcRSAContentSignerBuilder;

/** What a signatory's key is made for (ETSI TS 119 312): ECDSA on P-256, or RSA, whose keys take hundreds of times longer to make. */
enum OneShotAlgorithm {
    P_256 {
        @Override
        AsymmetricCipherKeyPair newKeyPair(SecureRandom random) {
            return EcdsaSigner.newKeyPair(random);
        }

        @Override
        ContentSigner signer(AsymmetricKeyParameter key, SecureRandom random) {
            return EcdsaSigner.contentSigner(key, random);
        }
    },

    RSA_3072 {
        @Override
        AsymmetricCipherKeyPair newKeyPair(SecureRandom random) {
            RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
            generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65537), random, 3072, 128));
            return generator.generateKeyPair();
        }

        @Override
        ContentSigner signer(AsymmetricKeyParameter key, SecureRandom random) {
            AlgorithmIdentifier rsa =
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
            try {
                return new BcRSAContentSignerBuilder(rsa, EcdsaSigner.SHA256)
                        .setSecureRandom(random)
                        .build(key);
            } catch (OperatorCreationException e) {
                throw new IllegalStateException("the key is no RSA key", e);
            }
        }
    };

    abstract AsymmetricCipherKeyPair newKeyPair(SecureRandom random);

    abstract ContentSigner signer(AsymmetricKeyParameter key, SecureRandom random);
}
