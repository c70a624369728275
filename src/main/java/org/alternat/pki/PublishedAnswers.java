package org.alternat.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.alternat.shared.Sha256;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/**
 * The service's CAs as OCSP responders (RFC 6960; the profile of RFC 5019: one certificate per request, no nonce, answers that
 * may be kept). Each CA signs for itself. Only for the few lasting certificates an answer is signed, and it is the same one
 * for an hour; everything else is told unsigned that we do not know, so that nobody can have a CA's key work by asking.
 */
public final class PublishedAnswers {

    /** How long a list or an answer is given out, in HTTP as well. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private static final Duration NEXT_UPDATE = Duration.ofDays(1);

    private final ServiceAuthorities authorities;
    private final Clock clock;
    private final Map<Sha256, Answer> answers = new ConcurrentHashMap<>();

    PublishedAnswers(ServiceAuthorities authorities, Clock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * Answers one request.
     *
     * @param request an OCSPRequest in DER
     * @return an OCSPResponse in DER, whatever was asked
     */
    public byte[] answer(byte[] request) {
        try {
            OCSPReq parsed = new OCSPReq(request);
            if (parsed.getRequestList().length != 1) {
                return unsigned(OCSPRespBuilder.MALFORMED_REQUEST);
            }
            CertificateID asked = parsed.getRequestList()[0].getCertID();
            Optional<CertificateAuthority> issuer = hasPlainDigest(asked) ? issuerOf(asked) : Optional.empty();
            return issuer.isEmpty() ? unsigned(OCSPRespBuilder.UNAUTHORIZED) : kept(asked, issuer.get());
        } catch (IOException | RuntimeException e) {
            return unsigned(OCSPRespBuilder.MALFORMED_REQUEST);
        }
    }

    /** Parameters of a digest are absent or NULL; anything else would only be one more answer to keep. */
    private static boolean hasPlainDigest(CertificateID asked) {
        ASN1Encodable parameters = asked.toASN1Primitive().getHashAlgorithm().getParameters();
        return parameters == null || DERNull.INSTANCE.equals(parameters);
    }

    private Optional<CertificateAuthority> issuerOf(CertificateID asked) {
        return authorities.all().stream()
                .filter(authority -> hasIssued(authority, asked.getSerialNumber()) && matches(authority, asked))
                .findFirst();
    }

    private static boolean hasIssued(CertificateAuthority authority, BigInteger serial) {
        return authority.issued().stream()
                .map(X509CertificateHolder::getSerialNumber)
                .anyMatch(serial::equals);
    }

    private static boolean matches(CertificateAuthority authority, CertificateID asked) {
        try {
            return asked.matchesIssuer(authority.certificate(), new BcDigestCalculatorProvider());
        } catch (OCSPException e) {
            return false;
        }
    }

    private byte[] kept(CertificateID asked, CertificateAuthority authority) throws IOException {
        Sha256 key = Sha256.of(asked.toASN1Primitive().getEncoded());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Answer last = answers.get(key);
        if (last == null || now.isAfter(last.at().plus(LIFETIME))) {
            last = new Answer(now, signed(asked, authority, now));
            answers.put(key, last);
        }
        return last.response();
    }

    private static byte[] signed(CertificateID asked, CertificateAuthority authority, Instant now) throws IOException {
        CertificateStatus status = authority
                .revokedAt(asked.getSerialNumber())
                .<CertificateStatus>map(since -> new RevokedStatus(Date.from(since), CRLReason.unspecified))
                .orElse(CertificateStatus.GOOD);
        try {
            BasicOCSPRespBuilder answer =
                    new BasicOCSPRespBuilder(new RespID(authority.certificate().getSubject()));
            answer.addResponse(asked, status, Date.from(now), Date.from(now.plus(NEXT_UPDATE)), null);
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            answer.build(
                                    authority.signer(),
                                    List.of(authority.certificate()).toArray(X509CertificateHolder[]::new),
                                    Date.from(now)))
                    .getEncoded();
        } catch (OCSPException e) {
            throw new IllegalStateException("an answer could not be signed", e);
        }
    }

    private static byte[] unsigned(int status) {
        try {
            OCSPResp response = new OCSPRespBuilder().build(status, null);
            return response.getEncoded();
        } catch (IOException | OCSPException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Answer(Instant at, byte[] response) {}
}
