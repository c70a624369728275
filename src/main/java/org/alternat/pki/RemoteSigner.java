package org.alternat.pki;

import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Signs with a key that a provider keeps. By hash, the CMS is made here and the digest of its signed attributes travels; by
 * document, the document's digest travels and a CMS comes back. The two digests look alike, and a mix-up gives a well-formed
 * signature over the wrong thing: whatever comes back is verified before anybody sees it.
 */
public final class RemoteSigner implements CmsSigner {

    /** Which of the provider's two ways is used. */
    public enum Mode {
        HASH,
        DOCUMENT
    }

    /** Providers add chains, revocation data and timestamps of their own. */
    private static final int ROOM = 32 * 1024;

    private final RemoteCredential credential;
    private final Mode mode;
    private final TimestampAuthority timestamps;

    public RemoteSigner(RemoteCredential credential, Mode mode, TimestampAuthority timestamps) {
        this.credential = credential;
        this.mode = mode;
        this.timestamps = timestamps;
    }

    /** @throws RemoteSigningException when the provider does not sign, or what it returns is no signature of this key */
    @Override
    public byte[] sign(byte[] documentDigest) {
        List<X509CertificateHolder> chain = credential.chain();
        if (mode == Mode.HASH) {
            return Cades.sign(new RemoteContentSigner(credential, chain.get(0)), chain, documentDigest, timestamps);
        }
        byte[] returned = credential.signDocument(documentDigest, credential.authorize(documentDigest));
        return new ReturnedCms(returned).timestamped(chain, documentDigest, timestamps);
    }

    @Override
    public int room() {
        return ROOM;
    }
}
