package org.alternat.pki;

import java.security.SecureRandom;
import org.bouncycastle.cert.X509CertificateHolder;

/** The service's own seal: what a legal person puts on a file (eIDAS, article 3(25)), never a signature of anybody. */
public final class ServiceSeal implements CmsSigner {

    private final ServiceKey key;
    private final TimestampAuthority timestamps;
    private final SecureRandom random;

    ServiceSeal(ServiceKey key, TimestampAuthority timestamps, SecureRandom random) {
        this.key = key;
        this.timestamps = timestamps;
        this.random = random;
    }

    @Override
    public byte[] sign(byte[] documentDigest) {
        return Cades.sign(key.contentSigner(random), key.chain(), documentDigest, timestamps);
    }

    public X509CertificateHolder certificate() {
        return key.certificate();
    }
}
