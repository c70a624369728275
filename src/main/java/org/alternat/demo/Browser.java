package org.alternat.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A person's browser without a screen: cookies of its own, forms with their hidden fields, redirects followed. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();

    public Page open(URI address) {
        return page(HttpRequest.newBuilder(address).GET());
    }

    /** Downloads a file; anything but status 200 is a failure. */
    public byte[] download(URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> response = send(request);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    "download from " + address.getPath() + " ended with status " + response.statusCode());
        }
        return response.body();
    }

    /** Fills the form of a page and presses its button: the hidden token that guards the form goes along. */
    public Page submit(Page form, String path, Map<String, String> fields) {
        List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(form.get(CSRF))));
        fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        return page(HttpRequest.newBuilder(form.address().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    Page page(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = send(request.setHeader("Accept-Language", "fr"));
        return new Page(response.statusCode(), response.uri(), new String(response.body(), StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a request with this browser's cookies; what comes back is read as the handler wishes. */
    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.timeout(PATIENCE).build(), handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
