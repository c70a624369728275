package org.alternat.pki;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import org.alternat.shared.Sha256;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A timestamp token (RFC 3161, section 2.4.2) that can be checked against what it should cover. */
public final class TimestampToken {

    private final TimeStampToken token;

    private TimestampToken(TimeStampToken token) {
        this.token = token;
    }

    static TimestampToken of(TimeStampToken token) {
        return new TimestampToken(token);
    }

    /** @throws InvalidTimestampException when the bytes are no timestamp token */
    public static TimestampToken parse(byte[] der) throws InvalidTimestampException {
        try {
            return new TimestampToken(new TimeStampToken(new CMSSignedData(der)));
        } catch (TSPException | IOException | CMSException | RuntimeException e) {
            throw new InvalidTimestampException("no timestamp token", e);
        }
    }

    /** @throws InvalidTimestampException when the value, as it stands in an attribute, is no timestamp token */
    public static TimestampToken of(ASN1Encodable content) throws InvalidTimestampException {
        try {
            return new TimestampToken(new TimeStampToken(ContentInfo.getInstance(content)));
        } catch (TSPException | IOException | RuntimeException e) {
            throw new InvalidTimestampException("no timestamp token", e);
        }
    }

    /** The instant that the authority vouches for. */
    public Instant instant() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /** Every certificate that travels with the token. */
    public Collection<X509CertificateHolder> certificates() {
        return token.getCertificates().getMatches(null);
    }

    /** The certificate of the timestamping unit that signed. */
    public X509CertificateHolder signer() throws InvalidTimestampException {
        return certificates().stream()
                .filter(token.getSID()::match)
                .findFirst()
                .orElseThrow(() -> new InvalidTimestampException("the authority's certificate is missing", null));
    }

    /**
     * Checks that the token covers the imprint and that its own signature holds, by a certificate made for timestamping.
     * Whether that certificate is trusted is asked elsewhere.
     */
    public void verify(Sha256 imprint) throws InvalidTimestampException {
        verify(TimestampDigest.SHA_256, imprint.bytes());
    }

    /** As {@link #verify(Sha256)}, for a token over these bytes by whichever of SHA-256, -384 and -512 its authority takes. */
    public void verifyOver(byte[] data) throws InvalidTimestampException {
        TimestampDigest digest = TimestampDigest.of(
                        token.getTimeStampInfo().getHashAlgorithm().getAlgorithm())
                .orElseThrow(() -> new InvalidTimestampException("the imprint is not SHA-256, -384 or -512", null));
        verify(digest, digest.of(data));
    }

    void verify(TimestampDigest digest, byte[] imprint) throws InvalidTimestampException {
        if (!digest.identifier()
                .equals(token.getTimeStampInfo().getHashAlgorithm().getAlgorithm())) {
            throw new InvalidTimestampException(
                    "the imprint is not " + digest.name().replace('_', '-'), null);
        }
        verifyImprint(imprint);
    }

    /** The object identifier of the digest that the imprint was made with. */
    public String imprintAlgorithm() {
        return token.getTimeStampInfo().getHashAlgorithm().getAlgorithm().getId();
    }

    /** As {@link #verify}, for a stranger's token: the imprint by {@link #imprintAlgorithm}. */
    public void verifyImprint(byte[] imprint) throws InvalidTimestampException {
        if (!Arrays.equals(imprint, token.getTimeStampInfo().getMessageImprintDigest())) {
            throw new InvalidTimestampException("the timestamp covers other data", null);
        }
        X509CertificateHolder signer = signer();
        ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(signer.getExtensions());
        if (usage == null || !usage.hasKeyPurposeId(KeyPurposeId.id_kp_timeStamping)) {
            throw new InvalidTimestampException("the certificate is not for timestamping", null);
        }
        try {
            if (!token.isSignatureValid(CertificateChecks.signerVerifier(signer))) {
                throw new InvalidTimestampException("the timestamp's signature does not hold", null);
            }
        } catch (TSPException | OperatorCreationException | RuntimeException e) {
            throw new InvalidTimestampException("the timestamp's signature does not hold", e);
        }
    }

    /** Why a token is not accepted. */
    public static final class InvalidTimestampException extends Exception {

        InvalidTimestampException(String message, @org.jspecify.annotations.Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
