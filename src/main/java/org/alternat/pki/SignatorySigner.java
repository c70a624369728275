package org.alternat.pki;

import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;

/**
 * A natural person's signature: a fresh key, a certificate of minutes that names the person and the party, one signature, and
 * the key is gone. It never leaves the method that makes it.
 */
public final class SignatorySigner {

    private final CertificateAuthority authority;
    private final OneShotAlgorithm algorithm;
    private final TimestampAuthority timestamps;
    private final SecureRandom random;

    SignatorySigner(
            CertificateAuthority authority,
            OneShotAlgorithm algorithm,
            TimestampAuthority timestamps,
            SecureRandom random) {
        this.authority = authority;
        this.algorithm = algorithm;
        this.timestamps = timestamps;
        this.random = random;
    }

    /** A signer that acts for this person; each of its signatures has a key and a certificate of its own. */
    public CmsSigner signerFor(SignatorySubject subject) {
        return documentDigest -> signOnce(subject, documentDigest);
    }

    private byte[] signOnce(SignatorySubject subject, byte[] documentDigest) {
        AsymmetricCipherKeyPair oneShot = algorithm.newKeyPair(random);
        X509CertificateHolder certificate =
                authority.issueOneShot(subject.toX500Name(), EcdsaSigner.publicKey(oneShot));
        return Cades.sign(
                algorithm.signer(oneShot.getPrivate(), random),
                List.of(certificate, authority.certificate()),
                documentDigest,
                timestamps);
    }
}
