package org.alternat.pki;

import org.bouncycastle.cert.X509CertificateHolder;

/** The service's own seal: what a legal person puts on a file (eIDAS, article 3(25)), never a signature of anybody. */
public final class ServiceSeal implements CmsSigner {

    private final ServiceKey key;
    private final TimestampAuthority timestamps;

    ServiceSeal(ServiceKey key, TimestampAuthority timestamps) {
        this.key = key;
        this.timestamps = timestamps;
    }

    @Override
    public byte[] sign(byte[] documentDigest) {
        return Cades.sign(key.contentSigner(), key.chain(), documentDigest, timestamps);
    }

    public X509CertificateHolder certificate() {
        return key.certificate();
    }
}
