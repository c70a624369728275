package org.alternat.pki;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.SignatureException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/** ECDSA with SHA-256 by a key that stays in its token: the digest is made here, the signature there. */
final class TokenSigner implements ContentSigner {

    private final Signature signature;

    TokenSigner(Provider provider, PrivateKey key) {
        try {
            this.signature = Signature.getInstance("SHA256withECDSA", provider);
            this.signature.initSign(key);
        } catch (GeneralSecurityException | ProviderException e) {
            throw silent(e);
        }
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return EcdsaSigner.ECDSA_SHA256;
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    signature.update(bytes, offset, length);
                } catch (SignatureException e) {
                    throw new IOException(e);
                }
            }
        };
    }

    @Override
    public byte[] getSignature() {
        try {
            return signature.sign();
        } catch (SignatureException | ProviderException e) {
            throw silent(e);
        }
    }

    private static IllegalStateException silent(Exception cause) {
        return new IllegalStateException(
                Pkcs11Settings.SETTING + ": the token does not sign (" + KeyToken.innermost(cause) + ")", cause);
    }
}
