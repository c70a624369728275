package org.alternat.pki;

import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A signing key that a provider keeps for its owner, in the shape of the CSC API v2 (ETSI TS 119 432): the provider sees
 * digests only, never the document, and each activation is bound to the one digest that may be signed with it.
 */
public interface RemoteCredential {

    /**
     * The certificates of the key ({@code credentials/info}), known before anything is signed.
     *
     * @return the key's own certificate first; RSA or P-256
     * @throws RemoteSigningException when the provider does not tell
     */
    List<X509CertificateHolder> chain();

    /**
     * Asks for the use of the key for exactly one signature over this digest ({@code credentials/authorize}).
     *
     * @param hash SHA-256, 32 bytes
     * @throws RemoteSigningException when the provider refuses
     */
    Activation authorize(byte[] hash);

    /**
     * Signs the digest of a CMS's signed attributes ({@code signatures/signHash}).
     *
     * @return the bare signature value
     * @throws RemoteSigningException when the provider refuses
     */
    byte[] signHash(byte[] hash, Activation activation);

    /**
     * Has the provider make the whole CMS over a document's digest ({@code signatures/signDoc}).
     *
     * @return the CMS SignedData, detached
     * @throws RemoteSigningException when the provider refuses
     */
    byte[] signDocument(byte[] documentDigest, Activation activation);

    /** Signature activation data: a secret for one use. */
    record Activation(String data) {

        @Override
        public String toString() {
            return "Activation";
        }
    }
}
