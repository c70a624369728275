package org.alternat.declaration.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Whose doors these are. Which declaration an organiser sees is decided one by one, by {@code Declarations}. */
@Configuration(proxyBeanMethods = false)
class DeclarationPaths {

    /** A declaration's id in a path; anything else is no address of ours. */
    static final String ID = "{id:[0-9a-f-]{36}}";

    /** A signatory's id in a path. */
    static final String SIGNATORY = "{signatory:[0-9a-f-]{36}}";

    @Bean
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
            organisersPaths() {
        return paths -> paths.requestMatchers(
                        "/declarations", "/declarations/**", "/api/v1/declarations", "/api/v1/declarations/**")
                .hasRole("ORGANISER");
    }
}
