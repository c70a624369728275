package org.alternat.archive.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** An auditor reads and checks; an archivist takes packages away as well; an organiser gets the package of their own through the API. */
@Configuration(proxyBeanMethods = false)
class ArchivePaths {

    /** A declaration's id in a path; anything else is no address of ours. */
    static final String ID = "{id:[0-9a-f-]{36}}";

    private static final String ARCHIVIST = "ARCHIVIST";
    private static final String AUDITOR = "AUDITOR";
    private static final String ORGANISER = "ORGANISER";

    @Bean
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
            archivistsPaths() {
        return paths -> paths.requestMatchers(
                        "/archive",
                        "/archive/*",
                        "/archive/*/declaration.pdf",
                        "/archive/*/preview",
                        "/archive/*/fixity",
                        "/api/v1/archive")
                .hasAnyRole(ARCHIVIST, AUDITOR)
                .requestMatchers(HttpMethod.POST, "/archive/*/package")
                .hasRole(ARCHIVIST);
    }

    /** Before the rule of the organisers' own paths, of which this one is a part: the first rule that matches decides. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> packagePath() {
        return paths -> paths.requestMatchers("/api/v1/declarations/*/package").hasAnyRole(ORGANISER, ARCHIVIST);
    }
}
