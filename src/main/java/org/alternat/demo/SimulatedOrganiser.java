package org.alternat.demo;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first organiser: sets an account up through its one-time link, makes a token on the page, and works by the API. */
public final class SimulatedOrganiser {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\"[^>]*>([A-Z2-7 ]+)</code>");
    private static final Pattern TOKEN = Pattern.compile("(alt_[A-Za-z0-9_-]{43})");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Browser browser = new Browser();
    private final URI service;
    private final String email;
    private final Clock clock;
    private String token = "";

    public SimulatedOrganiser(URI service, String email, Clock clock) {
        this.service = service;
        this.email = email;
        this.clock = clock;
    }

    /** Opens the account and takes a token for the API. */
    public void setUp(URI setUpLink) {
        Page form = browser.open(setUpLink);
        String secret = form.get(SECRET).replace(" ", "");
        Page home = browser.submit(
                form,
                setUpLink.getPath(),
                Map.of(
                        "name", "Camille Organisatrice",
                        "email", email,
                        "locale", "fr-FR",
                        "password", "une phrase de passe assez longue",
                        "code", oneTimePassword(secret)));
        if (home.status() != 200) {
            throw new IllegalStateException("the account could not be set up: status " + home.status());
        }
        Page tokens = browser.open(service.resolve("/tokens"));
        token = browser.submit(tokens, "/tokens", Map.of("name", "demo", "days", "2"))
                .get(TOKEN);
    }

    public String token() {
        return token;
    }

    public Browser browser() {
        return browser;
    }

    /** Drafts a declaration that the European Regional Development Fund supports; returns its id. */
    public String draft(Map<String, Object> declaration, byte[] pdf) {
        String boundary = "alternat-" + Long.toHexString(System.nanoTime());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(
                body,
                boundary,
                "declaration",
                "declaration.json",
                "application/json",
                JSON.writeValueAsBytes(declaration));
        part(body, boundary, "document", "declaration.pdf", "application/pdf", pdf);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        String id = call(HttpRequest.newBuilder(service.resolve("/api/v1/declarations"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())))
                .get("id")
                .asString();
        call(HttpRequest.newBuilder(service.resolve("/api/v1/declarations/" + id + "/publicity"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of("due", true)))));
        return id;
    }

    public JsonNode release(String id) {
        return post(id, "release", Map.of());
    }

    public JsonNode post(String id, String act, Map<String, Object> body) {
        return call(HttpRequest.newBuilder(service.resolve("/api/v1/declarations/" + id + "/" + act))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    public JsonNode status(String id) {
        return get("/api/v1/declarations/" + id);
    }

    public JsonNode get(String path) {
        return call(HttpRequest.newBuilder(service.resolve(path)).GET());
    }

    public byte[] download(String path) {
        return browser.download(service.resolve(path), "Authorization", "Bearer " + token);
    }

    private JsonNode call(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = browser.send(
                request.setHeader("Authorization", "Bearer " + token).setHeader("Accept-Language", "en"));
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("the API answered " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(response.body());
    }

    private static void part(
            ByteArrayOutputStream body, String boundary, String name, String file, String type, byte[] content) {
        body.writeBytes(String.format(
                        Locale.ROOT,
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n",
                        boundary,
                        name,
                        file,
                        type)
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private String oneTimePassword(String base32) {
        try {
            TimeBasedOneTimePasswordGenerator totp = new TimeBasedOneTimePasswordGenerator();
            return totp.generateOneTimePasswordString(
                    new SecretKeySpec(decoded(base32), totp.getAlgorithm()), clock.instant());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 4648, section 6. */
    private static byte[] decoded(String base32) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < base32.length(); i++) {
            buffer = buffer << 5 | BASE32.indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(buffer >> bits & 0xFF);
                buffer &= (1 << bits) - 1;
            }
        }
        return out.toByteArray();
    }
}
