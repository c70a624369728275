package org.alternat.access;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Addresses of staff pages, never taken from a request: whoever forges a Host header would otherwise write our links. */
@Component
public class StaffLinks {

    private final String setting;
    private volatile int port;

    StaffLinks(@Value("${alternat.base-url:}") String setting, @Value("${server.port:8080}") int port) {
        this.setting = setting;
        this.port = port;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    /** Where a new member of staff sets up the account. */
    public URI setUp(SecretToken link) {
        String base = setting.isBlank() ? "http://localhost:" + port : setting.replaceAll("/+$", "");
        return URI.create(base + "/setup/" + link.text());
    }
}
