package org.alternat.pki;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import org.bouncycastle.operator.bc.BcRSAContentVerifierProviderBuilder;

/**
 * Public keys that have verified something lately. Bouncy Castle computes multiples of a point of the curve as it uses it and
 * keeps them with the key: the second certificate of a CA, the second token of an authority takes less than half the time of
 * the first, if the key is the same object.
 */
final class KnownKeys {

    private static final int MOST = 256;
    private static final DefaultDigestAlgorithmIdentifierFinder DIGESTS = new DefaultDigestAlgorithmIdentifierFinder();

    private static final Map<SubjectPublicKeyInfo, AsymmetricKeyParameter> KEYS = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SubjectPublicKeyInfo, AsymmetricKeyParameter> eldest) {
            return size() > MOST;
        }
    };

    private KnownKeys() {}

    static ContentVerifierProvider verifier(X509CertificateHolder certificate) throws OperatorCreationException {
        return CertificateChecks.isRsa(certificate) ? new Rsa().build(certificate) : new Elliptic().build(certificate);
    }

    private static AsymmetricKeyParameter of(SubjectPublicKeyInfo info) throws IOException {
        synchronized (KEYS) {
            AsymmetricKeyParameter known = KEYS.get(info);
            if (known == null) {
                known = PublicKeyFactory.createKey(info);
                KEYS.put(info, known);
            }
            return known;
        }
    }

    private static final class Elliptic extends BcECContentVerifierProviderBuilder {

        Elliptic() {
            super(DIGESTS);
        }

        @Override
        protected AsymmetricKeyParameter extractKeyParameters(SubjectPublicKeyInfo info) throws IOException {
            return of(info);
        }
    }

    private static final class Rsa extends BcRSAContentVerifierProviderBuilder {

        Rsa() {
            super(DIGESTS);
        }

        @Override
        protected AsymmetricKeyParameter extractKeyParameters(SubjectPublicKeyInfo info) throws IOException {
            return of(info);
        }
    }
}
