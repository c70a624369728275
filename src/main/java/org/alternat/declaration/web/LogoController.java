package org.alternat.declaration.web;

import java.time.Duration;
import org.alternat.declaration.Publicities;
import org.alternat.shared.Sha256;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The logos, for everybody who was shown their names: a digest cannot be guessed. */
@Controller
class LogoController {

    private static final String PATH = "/logos/{sha256:[0-9a-f]{64}}.png";

    private final Publicities publicities;

    LogoController(Publicities publicities) {
        this.publicities = publicities;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> logo(@PathVariable String sha256) {
        byte[] png = publicities
                .image(new Sha256(sha256))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(png);
    }

    /** Signatories and the public have no account. */
    @Configuration(proxyBeanMethods = false)
    static class Door {

        @Bean
        Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
                logoPaths() {
            return paths -> paths.requestMatchers("/logos/*").permitAll();
        }
    }
}
