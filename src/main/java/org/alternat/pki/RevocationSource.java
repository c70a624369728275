package org.alternat.pki;

import java.util.Collection;
import org.bouncycastle.cert.X509CertificateHolder;

/** Where it can be asked whether certificates are revoked: {@link RevocationData} asks their authorities. */
@FunctionalInterface
public interface RevocationSource {

    /**
     * What the authorities say of these certificates now. Nothing is said of an anchor, which nobody can revoke, nor of a
     * certificate that says that nothing ever revokes it.
     *
     * @param certificates with the certificates of their authorities among them, as far as these are no anchors
     */
    RevocationProofs ask(Collection<X509CertificateHolder> certificates);

    /** Whether what is said of a certificate is made here, so that nobody has to be waited for. */
    default boolean answersItself(X509CertificateHolder certificate) {
        return false;
    }
}
