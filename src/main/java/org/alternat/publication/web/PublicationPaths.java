package org.alternat.publication.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Anybody may ask for a declaration by its reference; what there is to see is decided one by one, by {@code PublicDesk}. */
@Configuration(proxyBeanMethods = false)
class PublicationPaths {

    /** The form of a reference; anything else under this path is the organisers'. */
    static final String REFERENCE = "{reference:ALT-[0-9]{4}-[0-9]{4,9}}";

    /** A declaration's id in a path. */
    static final String ID = "{id:[0-9a-f-]{36}}";

    private static final String PAGE = "/declarations/" + REFERENCE;

    /** Before the organisers' rule, which names everything under {@code /declarations}. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> publicPaths() {
        return paths -> paths.requestMatchers(PAGE, PAGE + "/declaration.pdf", PAGE + "/text.pdf")
                .permitAll();
    }
}
