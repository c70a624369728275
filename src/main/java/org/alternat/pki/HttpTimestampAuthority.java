package org.alternat.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.alternat.shared.Sha256;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jspecify.annotations.Nullable;

/** An outside timestamp authority over HTTP (RFC 3161, section 3.4). Every failure says which authority and why. */
final class HttpTimestampAuthority implements TimestampAuthority {

    private static final int MAX_ANSWER = 64 * 1024;

    private final URI address;
    private final TimestampDigest digest;
    private final SecureRandom random;
    private final BoundedHttp http;
    private volatile @Nullable X509CertificateHolder lastSigner;

    HttpTimestampAuthority(URI address, Duration timeout, TimestampDigest digest, SecureRandom random) {
        this.address = address;
        this.digest = digest;
        this.random = random;
        this.http = new BoundedHttp(timeout, MAX_ANSWER);
    }

    @Override
    public byte[] timestamp(Sha256 imprint) {
        return ask(TimestampDigest.SHA_256, imprint.bytes());
    }

    @Override
    public byte[] timestampOver(byte[] data) {
        return ask(digest, digest.of(data));
    }

    private byte[] ask(TimestampDigest algorithm, byte[] imprint) {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request = generator.generate(algorithm.identifier(), imprint, new BigInteger(63, random));
            TimeStampResponse response = new TimeStampResponse(post(request.getEncoded()));
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new IOException(TimestampRefusal.of(response));
            }
            TimestampToken token = TimestampToken.of(response.getTimeStampToken());
            token.verify(algorithm, imprint);
            lastSigner = token.signer();
            return response.getTimeStampToken()
                    .toCMSSignedData()
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (TSPException | IOException | TimestampToken.InvalidTimestampException e) {
            throw new TimestampUnavailableException(
                    TimestampUnavailableException.sentence(
                            address.getHost(),
                            e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
                    e);
        }
    }

    private byte[] post(byte[] body) throws IOException {
        HttpResponse<byte[]> response = http.send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        if (response.statusCode() != 200) {
            throw new IOException("HTTP status " + response.statusCode());
        }
        return response.body();
    }

    @Override
    public List<X509CertificateHolder> certificates() {
        return List.of();
    }

    @Override
    public List<X509CertificateHolder> signersSeen() {
        X509CertificateHolder seen = lastSigner;
        return seen == null ? List.of() : List.of(seen);
    }
}
