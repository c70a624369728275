package org.alternat.pki;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.cert.X509CertificateHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of remote signatures over real HTTP, as the CSC API v2 asks: bearer token, PIN, activation data for one use, bound
 * to the hash that was authorised. It keeps one credential of a natural person, by a CA of its own.
 */
public final class CscProvider implements AutoCloseable {

    public static final String TOKEN = "a-token-of-the-test";
    public static final String PIN = "4711";
    public static final String CREDENTIAL = "credential-1";

    private final ProviderKey key;
    private final HttpServer server;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, String> activations = new ConcurrentHashMap<>();
    private volatile boolean swapsItsKey;

    /** @param algorithm EC or RSA */
    public CscProvider(String algorithm, String subject) {
        try {
            key = new ProviderKey(algorithm, subject);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            server.createContext("/csc/v2/", this::answer);
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/csc/v2");
    }

    public X509CertificateHolder root() {
        return key.root();
    }

    X509CertificateHolder certificate() {
        return key.certificate();
    }

    /** From now on it signs documents with a key of the same name that credentials/info does not tell. */
    public void swapsItsKey() {
        swapsItsKey = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode asked = json.readTree(exchange.getRequestBody().readAllBytes());
            Object answer;
            int status = 200;
            try {
                if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    throw new Refused(401, "invalid_token");
                }
                if (!CREDENTIAL.equals(asked.path("credentialID").asString(""))) {
                    throw new Refused(400, "invalid_request");
                }
                answer = switch (exchange.getRequestURI().getPath()) {
                    case "/csc/v2/credentials/info" -> info();
                    case "/csc/v2/credentials/authorize" -> authorize(asked);
                    case "/csc/v2/signatures/signHash" -> signHash(asked);
                    case "/csc/v2/signatures/signDoc" -> signDoc(asked);
                    default -> throw new Refused(404, "invalid_request");
                };
            } catch (Refused refused) {
                status = refused.status;
                answer = Map.of("error", refused.getMessage(), "error_description", "refused by the test's provider");
            }
            byte[] body = json.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private Object info() throws IOException {
        return Map.of(
                "key", Map.of("status", "enabled", "algo", List.of(key.algorithm()), "len", 256),
                "cert",
                        Map.of(
                                "status",
                                "valid",
                                "certificates",
                                List.of(
                                        base64(key.certificate().getEncoded()),
                                        base64(key.root().getEncoded()))),
                "auth", Map.of("mode", "explicit"),
                "SCAL", "2",
                "multisign", 1);
    }

    private Object authorize(JsonNode asked) {
        if (!PIN.equals(asked.at("/authData/0/value").asString(""))
                || asked.path("numSignatures").asInt(0) != 1) {
            throw new Refused(400, "invalid_pin");
        }
        String activation = UUID.randomUUID().toString();
        activations.put(activation, asked.at("/hashes/0").asString(""));
        return Map.of("SAD", activation, "expiresIn", 300);
    }

    private Object signHash(JsonNode asked) throws Exception {
        return Map.of("signatures", List.of(base64(key.value(activated(asked, asked.at("/hashes/0"))))));
    }

    private Object signDoc(JsonNode asked) throws Exception {
        JsonNode digest = asked.at("/documentDigests/0");
        if (!"P".equals(digest.path("signature_format").asString(""))) {
            throw new Refused(400, "invalid_request");
        }
        byte[] hash = activated(asked, digest.at("/hashes/0"));
        ProviderKey signing = swapsItsKey ? key.namesake() : key;
        return Map.of("SignatureObject", List.of(base64(signing.cms(hash))));
    }

    /** A conformant provider refuses any hash but the one that was authorised, and any second use. */
    private byte[] activated(JsonNode asked, JsonNode hash) {
        String bound = activations.remove(asked.path("SAD").asString(""));
        if (bound == null || !bound.equals(hash.asString(""))) {
            throw new Refused(400, "invalid_request");
        }
        return Base64.getDecoder().decode(bound);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static final class Refused extends RuntimeException {

        private final int status;

        Refused(int status, String code) {
            super(code);
            this.status = status;
        }
    }
}
