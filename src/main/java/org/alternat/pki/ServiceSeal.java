package org.alternat.pki;

/** The service's own seal: what a legal person puts on a file (eIDAS, article 3(25)), never a signature of anybody. */
public final class ServiceSeal implements CmsSigner {

    private final CmsSigner signer;

    private ServiceSeal(CmsSigner signer) {
        this.signer = signer;
    }

    /** By a key of the service. */
    static ServiceSeal by(ServiceKey key, TimestampAuthority timestamps) {
        return new ServiceSeal(
                documentDigest -> Cades.sign(key.contentSigner(), key.chain(), documentDigest, timestamps));
    }

    /** By a key that a provider keeps. */
    static ServiceSeal by(RemoteSigner provider) {
        return new ServiceSeal(provider);
    }

    @Override
    public byte[] sign(byte[] documentDigest) {
        return signer.sign(documentDigest);
    }

    @Override
    public int room() {
        return signer.room();
    }
}
