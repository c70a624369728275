package org.alternat.pki;

import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;

/**
 * A key of the service with the certificate chain that speaks for it. The key itself stays in its storage.
 *
 * @param chain the key's own certificate first, the root last
 */
record ServiceKey(KeyStorage.SignerSource signers, List<X509CertificateHolder> chain) {

    ServiceKey {
        chain = List.copyOf(chain);
    }

    X509CertificateHolder certificate() {
        return chain.get(0);
    }

    /** A signer for one signature; signers keep state and are not shared between threads. */
    ContentSigner contentSigner() {
        return signers.signer();
    }

    @Override
    public String toString() {
        return "ServiceKey[" + certificate().getSubject() + "]";
    }
}
