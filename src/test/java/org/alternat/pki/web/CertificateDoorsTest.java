package org.alternat.pki.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.alternat.pki.ServiceAuthorities;
import org.alternat.shared.Sha256;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A stranger with one of our files finds, without a log-in, whom it leads to and whether that still holds. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "alternat.home=target/certificate-doors/${random.uuid}",
            "alternat.base-url=https://sign.example.org",
            "spring.datasource.url=jdbc:h2:mem:certificate-doors;DB_CLOSE_DELAY=-1"
        })
class CertificateDoorsTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    ServiceAuthorities authorities;

    @Test
    void the_page_shows_each_ca_with_its_fingerprint_in_the_readers_language() throws Exception {
        String fingerprint = Sha256.of(root().getEncoded()).hex().toUpperCase(java.util.Locale.ROOT);

        for (String[] said : new String[][] {
            {"fr", "Certificats de ce service"}, {"nl", "Certificaten van deze dienst"}, {"en", "Revocation list"}
        }) {
            HttpResponse<byte[]> page = http.send(
                    get("/certs").header("Accept-Language", said[0]).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(page.statusCode()).isEqualTo(200);
            String text = new String(page.body(), StandardCharsets.UTF_8);
            assertThat(text).contains("href=\"/certs\"");
            assertThat(text).contains(said[1], "/certs/1.pem", "/certs/1.der", "/certs/1.crl");
            assertThat(text.replace(" ", "")).contains(fingerprint);
        }
    }

    @Test
    void the_certificate_is_there_in_both_forms_and_may_be_kept() throws Exception {
        HttpResponse<byte[]> der = fetch("/certs/1.der");
        HttpResponse<byte[]> pem = fetch("/certs/1.pem");

        assertThat(new X509CertificateHolder(der.body())).isEqualTo(root());
        assertThat(der.headers().firstValue("Content-Type")).contains("application/pkix-cert");
        assertThat(der.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
        assertThat(new String(pem.body(), StandardCharsets.US_ASCII))
                .startsWith("-----BEGIN CERTIFICATE-----\n")
                .endsWith("\n-----END CERTIFICATE-----\n");
        HttpResponse<byte[]> again = http.send(
                get("/certs/1.der")
                        .header(
                                "If-None-Match",
                                der.headers().firstValue("ETag").orElseThrow())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void the_revocation_list_is_signed_by_the_ca() throws Exception {
        HttpResponse<byte[]> list = fetch("/certs/1.crl");

        assertThat(list.headers().firstValue("Content-Type")).contains("application/pkix-crl");
        assertThat(new X509CRLHolder(list.body()).getIssuer()).isEqualTo(root().getSubject());
        assertThat(list.body()).isEqualTo(authorities.current().publishedList());
    }

    @Test
    void a_ca_that_is_not_there_is_not_found() throws Exception {
        for (String path :
                new String[] {"/certs/2.der", "/certs/2.crl", "/certs/0.pem", "/certs/x.pem", "/certs/1.p12"}) {
            assertThat(fetch(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void the_responder_answers_to_post_and_to_get_without_any_token() throws Exception {
        byte[] asked = request(BigInteger.valueOf(42));
        HttpResponse<byte[]> posted = http.send(
                to("/certs/ocsp")
                        .header("Content-Type", "application/ocsp-request")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(asked))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        HttpResponse<byte[]> got =
                fetch("/certs/ocsp/" + Base64.getEncoder().encodeToString(asked).replace("=", "%3D"));

        for (HttpResponse<byte[]> answer : List.of(posted, got)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/ocsp-response");
            assertThat(new OCSPResp(answer.body()).getStatus()).isEqualTo(OCSPRespBuilder.UNAUTHORIZED);
        }
        assertThat(got.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//", "+"})
    void a_request_in_the_path_may_have_slashes_as_they_are_or_encoded(String part) throws Exception {
        String plain = Base64.getEncoder().encodeToString(requestWith(part));

        for (String written : List.of(
                plain,
                plain.replace("/", "%2F"),
                plain.replace("/", "%2f"),
                URLEncoder.encode(plain, StandardCharsets.US_ASCII))) {
            HttpResponse<byte[]> answer = fetch("/certs/ocsp/" + written);
            assertThat(answer.statusCode()).as(written).isEqualTo(200);
            assertThat(new OCSPResp(answer.body()).getStatus()).as(written).isEqualTo(OCSPRespBuilder.UNAUTHORIZED);
        }
    }

    @Test
    void an_encoded_slash_is_refused_everywhere_else() throws Exception {
        for (String path : List.of("/certs/..%2F1.der", "/certs%2Focsp/x", "/verify%2F", "/certs//1.der")) {
            assertThat(fetch(path).statusCode()).as(path).isEqualTo(400);
        }
    }

    @Test
    void what_is_no_request_is_answered_and_what_is_too_long_is_not_read() throws Exception {
        assertThat(new OCSPResp(fetch("/certs/ocsp/nonsense").body()).getStatus())
                .isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
        HttpResponse<byte[]> flooded = http.send(
                to("/certs/ocsp")
                        .header("Content-Type", "application/ocsp-request")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[100_000]))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(flooded.statusCode()).isEqualTo(413);
    }

    private X509CertificateHolder root() {
        return authorities.current().certificate();
    }

    private byte[] request(BigInteger serial) throws Exception {
        CertificateID id = new CertificateID(
                new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                root(),
                serial);
        return new OCSPReqBuilder().addRequest(id).build().getEncoded();
    }

    /** One whose Base64 has this in it: the serial number is free. */
    private byte[] requestWith(String part) throws Exception {
        for (int tried = 0; tried < 100_000; tried++) {
            byte[] request = request(new BigInteger(64, new Random(tried)));
            if (Base64.getEncoder().encodeToString(request).contains(part)) {
                return request;
            }
        }
        throw new AssertionError("no request with " + part);
    }

    private HttpResponse<byte[]> fetch(String path) throws Exception {
        return http.send(get(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder get(String path) {
        return to(path).GET();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
