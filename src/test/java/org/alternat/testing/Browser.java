package org.alternat.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person's browser over real HTTP: keeps cookies, sends the form's token back, follows no redirect by itself. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI base;
    private final String language;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private String token = "";
    private String address = "";

    public Browser(int port, String language) {
        this.base = URI.create("http://localhost:" + port);
        this.language = language;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Comes from this address, as a proxy in front of the service would say. */
    public Browser from(String otherAddress) {
        this.address = otherAddress;
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** The body of a page that is no text. */
    public byte[] getBytes(String path) {
        try {
            return client.send(request(path).GET().build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** Fields as name, value, name, value; the token of the last page that had one is added. */
    public HttpResponse<String> post(String path, String... fields) {
        StringJoiner form = new StringJoiner("&");
        form.add("_csrf=" + encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return postForm(path, form.toString());
    }

    /** What a forged form of another site sends: the reader's cookies, no token. */
    public HttpResponse<String> postWithoutToken(String path) {
        return postForm(path, "");
    }

    /** A form with one file in it, named {@code file}. */
    public HttpResponse<String> upload(String path, byte[] file) {
        String head = "--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=border")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--border--\r\n"))));
    }

    /** As {@link #upload}, from a page: with the token of the last page that had one. */
    public HttpResponse<String> uploadForm(String path, byte[] file, String... fields) {
        StringBuilder head = new StringBuilder(part("_csrf", token));
        for (int i = 0; i < fields.length; i += 2) {
            head.append(part(fields[i], fields[i + 1]));
        }
        head.append("--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file.pdf\"\r\n\r\n");
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=border")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString()),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--border--\r\n"))));
    }

    private static String part(String name, String value) {
        return "--border\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    public void addCookie(HttpCookie cookie) {
        // What java.net makes of a host name without a dot.
        cookie.setDomain("localhost.local");
        cookies.getCookieStore().add(base, cookie);
    }

    private HttpResponse<String> postForm(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).header("Accept-Language", language);
        return address.isEmpty() ? request : request.header("X-Forwarded-For", address);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            Matcher matcher = TOKEN.matcher(response.body());
            if (matcher.find()) {
                token = matcher.group(1);
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
