package org.alternat.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.alternat.shared.Sha256;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** An outside timestamp authority over HTTP (RFC 3161, section 3.4). Every failure says which authority and why. */
final class HttpTimestampAuthority implements TimestampAuthority {

    private static final int MAX_ANSWER = 64 * 1024;

    private final URI address;
    private final Duration timeout;
    private final SecureRandom random;
    private final HttpClient http;

    HttpTimestampAuthority(URI address, Duration timeout, SecureRandom random) {
        this.address = address;
        this.timeout = timeout;
        this.random = random;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public byte[] timestamp(Sha256 imprint) {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request =
                    generator.generate(TSPAlgorithms.SHA256, imprint.bytes(), new BigInteger(63, random));
            TimeStampResponse response = new TimeStampResponse(post(request.getEncoded()));
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw unavailable("refused: " + response.getStatusString(), null);
            }
            TimestampToken.of(response.getTimeStampToken()).verify(imprint);
            return response.getTimeStampToken()
                    .toCMSSignedData()
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (TSPException | IOException | TimestampToken.InvalidTimestampException e) {
            throw unavailable(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
        }
    }

    private byte[] post(byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<java.io.InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (java.io.InputStream answer = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("HTTP status " + response.statusCode());
                }
                byte[] bytes = answer.readNBytes(MAX_ANSWER + 1);
                if (bytes.length > MAX_ANSWER) {
                    throw new IOException("the answer is longer than " + MAX_ANSWER + " bytes");
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private TimestampUnavailableException unavailable(String why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new TimestampUnavailableException("timestamp authority " + address.getHost() + ": " + why, cause);
    }

    @Override
    public List<X509CertificateHolder> certificates() {
        return List.of();
    }
}
