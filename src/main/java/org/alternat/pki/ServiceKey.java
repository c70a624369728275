package org.alternat.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.ContentSigner;

/**
 * A key of the service with the certificate chain that speaks for it.
 *
 * @param chain the key's own certificate first, the root last
 */
record ServiceKey(AsymmetricKeyParameter key, List<X509CertificateHolder> chain) {

    static ServiceKey of(PrivateKey key, List<X509CertificateHolder> chain) {
        try {
            return new ServiceKey(PrivateKeyFactory.createKey(key.getEncoded()), List.copyOf(chain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    X509CertificateHolder certificate() {
        return chain.get(0);
    }

    /** A signer for one signature; signers keep state and are not shared between threads. */
    ContentSigner contentSigner(SecureRandom random) {
        return EcdsaSigner.contentSigner(key, random);
    }

    @Override
    public String toString() {
        return "ServiceKey[" + certificate().getSubject() + "]";
    }
}
