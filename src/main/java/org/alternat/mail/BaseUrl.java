package org.alternat.mail;

import java.net.URI;
import java.net.URISyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where the links in letters lead: {@code alternat.base-url}, the address that people outside reach this service by. Without that
 * setting it is {@code http://localhost} and the port that the server listens on, a random one included. It is never taken from a
 * request: whoever sends a forged {@code Host} header would otherwise write our links.
 */
@Component
public class BaseUrl {

    private static final Logger LOG = LoggerFactory.getLogger(BaseUrl.class);

    static final String SETTING = "alternat.base-url";

    private final String contextPath;
    private final boolean fixed;
    private volatile String base;

    /** @throws IllegalArgumentException naming the setting when it is no plain http or https address */
    BaseUrl(
            @Value("${" + SETTING + ":}") String setting,
            @Value("${server.port:8080}") int port,
            @Value("${server.servlet.context-path:}") String contextPath) {
        this.contextPath = contextPath;
        this.base = setting.isBlank() ? port == 0 ? "" : local(port) : checked(setting.strip());
        this.fixed = !setting.isBlank();
    }

    /**
     * The address of a page.
     *
     * @param path starts with a slash; percent-encoded where needed
     * @throws IllegalStateException when the port is random and the server does not listen yet
     */
    public URI resolve(String path) {
        String here = base;
        if (here.isEmpty()) {
            throw new IllegalStateException("the server does not listen yet, so its address is not known");
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with a slash");
        }
        return URI.create(here + path);
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        // The management server, if it has a port of its own, is another door.
        boolean main = event.getApplicationContext().getServerNamespace() == null;
        if (!fixed && main) {
            base = local(event.getWebServer().getPort());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        LOG.info("The service is at {}", resolve("/"));
    }

    private String local(int port) {
        return "http://localhost:" + port + contextPath;
    }

    private static String checked(String setting) {
        try {
            URI uri = new URI(setting);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return setting.replaceAll("/+$", "");
            }
        } catch (URISyntaxException e) {
            // falls through to the one sentence that names the setting
        }
        throw new IllegalArgumentException(
                SETTING + " must be an http or https address without query, such as https://sign.example.org");
    }
}
