package org.alternat.pki.csc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alternat.pki.BoundedHttp;
import org.alternat.pki.RemoteCredential;
import org.alternat.pki.RemoteSigningException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A credential behind the CSC API v2 (Cloud Signature Consortium, "Architectures and protocols for remote signature
 * applications", section 11). Every failure names the provider, the method and its error code; no secret is in it.
 */
public final class CscCredential implements RemoteCredential {

    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    private static final String RSA_SHA256 = "1.2.840.113549.1.1.11";
    private static final String RSA_KEY = "1.2.840.113549.1.1.1";
    private static final int LONGEST_ANSWER = 256 * 1024;

    private final CscSettings settings;
    private final String base;
    private final BoundedHttp http;
    private volatile List<X509CertificateHolder> told = List.of();
    private final JsonMapper json = JsonMapper.builder().build();

    public CscCredential(CscSettings settings) {
        if (settings.address() == null) {
            throw new IllegalArgumentException(CscSettings.SETTING + ".address is not set");
        }
        this.settings = settings;
        this.base = settings.address().toString().replaceAll("/+$", "");
        this.http = new BoundedHttp(settings.timeout(), LONGEST_ANSWER);
    }

    @Override
    public List<X509CertificateHolder> chain() {
        JsonNode info = post("credentials/info", Map.of("certificates", "chain"));
        if (!info.at("/key/status").asString("").equals("enabled")
                || !info.at("/cert/status").asString("valid").equals("valid")) {
            throw failed("credentials/info", "the credential's key or certificate is not in use", null);
        }
        List<X509CertificateHolder> chain = new ArrayList<>();
        for (JsonNode certificate : info.at("/cert/certificates")) {
            try {
                chain.add(new X509CertificateHolder(Base64.getDecoder().decode(certificate.asString(""))));
            } catch (IOException | IllegalArgumentException e) {
                throw failed("credentials/info", "a certificate cannot be read", e);
            }
        }
        if (chain.isEmpty()) {
            throw failed("credentials/info", "there is no certificate", null);
        }
        told = List.copyOf(chain);
        return chain;
    }

    @Override
    public Activation authorize(byte[] hash) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("numSignatures", 1);
        body.put("hashes", List.of(encoded(hash)));
        body.put("hashAlgorithmOID", SHA256);
        String pin = settings.pin();
        if (pin != null) {
            body.put("authData", List.of(Map.of("id", "PIN", "value", pin)));
        }
        return new Activation(text(post("credentials/authorize", body), "/SAD", "credentials/authorize"));
    }

    @Override
    public byte[] signHash(byte[] hash, Activation activation) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("SAD", activation.data());
        body.put("hashes", List.of(encoded(hash)));
        body.put("hashAlgorithmOID", SHA256);
        body.put("signAlgo", algorithm());
        body.put("operationMode", "S");
        return bytes(post("signatures/signHash", body), "/signatures/0", "signatures/signHash");
    }

    @Override
    public byte[] signDocument(byte[] documentDigest, Activation activation) {
        Map<String, Object> digest = new LinkedHashMap<>();
        digest.put("hashes", List.of(encoded(documentDigest)));
        digest.put("hashAlgorithmOID", SHA256);
        digest.put("signature_format", "P");
        // The timestamp is ours, so that one authority's tokens stand in the whole chain.
        digest.put("conformance_level", "AdES-B-B");
        digest.put("signAlgo", algorithm());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("SAD", activation.data());
        body.put("documentDigests", List.of(digest));
        body.put("operationMode", "S");
        return bytes(post("signatures/signDoc", body), "/SignatureObject/0", "signatures/signDoc");
    }

    /** Of the chain that was told last: whoever signs has asked for it first. */
    private String algorithm() {
        List<X509CertificateHolder> chain = told.isEmpty() ? chain() : told;
        String key = chain.get(0)
                .getSubjectPublicKeyInfo()
                .getAlgorithm()
                .getAlgorithm()
                .getId();
        return key.equals(RSA_KEY) ? RSA_SHA256 : ECDSA_SHA256;
    }

    private JsonNode post(String method, Map<String, ?> parameters) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("credentialID", settings.credential());
        body.putAll(parameters);
        try {
            HttpResponse<byte[]> response = http.send(HttpRequest.newBuilder(URI.create(base + "/" + method))
                    .header("Authorization", "Bearer " + settings.token())
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
            JsonNode answer = json.readTree(response.body());
            if (response.statusCode() != 200) {
                throw failed(
                        method,
                        "HTTP status " + response.statusCode() + ", "
                                + answer.path("error").asString("no error code"),
                        null);
            }
            return answer;
        } catch (IOException | JacksonException e) {
            throw failed(method, e instanceof JacksonException ? "the answer is no JSON" : e.getMessage(), e);
        }
    }

    private byte[] bytes(JsonNode answer, String at, String method) {
        try {
            return Base64.getDecoder().decode(text(answer, at, method));
        } catch (IllegalArgumentException e) {
            throw failed(method, "the answer is no Base64", e);
        }
    }

    private String text(JsonNode answer, String at, String method) {
        String found = answer.at(at).asString("");
        if (found.isEmpty()) {
            throw failed(method, "the answer has no " + at, null);
        }
        return found;
    }

    private RemoteSigningException failed(String method, @Nullable String why, @Nullable Exception cause) {
        return new RemoteSigningException("remote signing: " + base + "/" + method + ": " + why, cause);
    }

    private static String encoded(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }
}
