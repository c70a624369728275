package org.alternat.signing.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Signatories have no account: the link and the code are what opens these pages, whoever else is logged in. */
@Configuration(proxyBeanMethods = false)
class SigningPaths {

    @Bean
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
            pathsOfSignatories() {
        return paths ->
                paths.requestMatchers("/s/*", "/s/*/*", "/desk", "/desk/*").permitAll();
    }
}
