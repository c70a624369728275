package org.alternat.pki;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.alternat.shared.Sha256;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Which certificate was signed by which key, as this process has verified it lately: the same bytes under the same key never
 * become wrong, and every signatory's certificate is asked about when it signs, when the file is sealed, and whenever somebody
 * checks it. Only what held is kept; validity and revocation are other questions, which are asked anew each time.
 */
final class VerifiedCertificates {

    private static final int MOST = 4096;

    private static final Set<Pair> VERIFIED =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Pair, Boolean> eldest) {
                    return size() > MOST;
                }
            }));

    private VerifiedCertificates() {}

    /** Digests of the whole certificate, its signature included, and of the issuer's public key. */
    private record Pair(Sha256 certificate, Sha256 issuerKey) {}

    /** True when the issuer's key signed the certificate. */
    static boolean isSignedBy(X509CertificateHolder certificate, X509CertificateHolder issuer)
            throws IOException, CertException, OperatorCreationException {
        Pair pair = new Pair(
                Sha256.of(certificate.getEncoded()),
                Sha256.of(issuer.getSubjectPublicKeyInfo().getEncoded()));
        if (VERIFIED.contains(pair)) {
            return true;
        }
        boolean signed = certificate.isSignatureValid(CertificateChecks.contentVerifier(issuer));
        if (signed) {
            VERIFIED.add(pair);
        }
        return signed;
    }
}
