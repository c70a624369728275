package org.alternat.pades.attack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The web server of an authority: what stands under a path is served, to GET and POST alike, and everything else is not found. */
public final class AuthorityServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private volatile Runnable meanwhile = () -> {};
    private final AtomicInteger asked = new AtomicInteger();

    public AuthorityServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public AuthorityServer serve(String path, byte[] content) {
        contents.put(path, content);
        return this;
    }

    /** What else happens whenever somebody asks, before the answer. */
    public AuthorityServer whenAsked(Runnable meanwhile) {
        this.meanwhile = meanwhile;
        return this;
    }

    public int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        meanwhile.run();
        exchange.getRequestBody().readAllBytes();
        byte[] content = contents.get(exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(content == null ? 404 : 200, content == null ? -1 : content.length);
        if (content != null) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
