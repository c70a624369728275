package org.alternat.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.alternat.shared.Sha256;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;

/** Takes the signed attributes of a CMS, sends their digest to the provider, and verifies the value that comes back. */
final class RemoteContentSigner implements ContentSigner {

    private static final AlgorithmIdentifier RSA_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

    private final RemoteCredential credential;
    private final X509CertificateHolder certificate;
    private final ByteArrayOutputStream signedAttributes = new ByteArrayOutputStream();

    RemoteContentSigner(RemoteCredential credential, X509CertificateHolder certificate) {
        this.credential = credential;
        this.certificate = certificate;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return CertificateChecks.isRsa(certificate) ? RSA_SHA256 : EcdsaSigner.ECDSA_SHA256;
    }

    @Override
    public OutputStream getOutputStream() {
        return signedAttributes;
    }

    @Override
    public byte[] getSignature() {
        byte[] hash = Sha256.of(signedAttributes.toByteArray()).bytes();
        byte[] value = credential.signHash(hash, credential.authorize(hash));
        if (!holds(value)) {
            throw new RemoteSigningException(
                    "remote signing: the value returned is no signature of the credential's key over the hash sent",
                    null);
        }
        return value;
    }

    private boolean holds(byte[] value) {
        try {
            ContentVerifier verifier =
                    CertificateChecks.contentVerifier(certificate).get(getAlgorithmIdentifier());
            try (OutputStream out = verifier.getOutputStream()) {
                signedAttributes.writeTo(out);
            }
            return verifier.verify(value);
        } catch (OperatorCreationException | IOException | RuntimeException e) {
            return false;
        }
    }
}
