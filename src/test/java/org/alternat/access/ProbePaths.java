package org.alternat.access;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

@TestConfiguration
class ProbePaths {

    @Bean
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> probes() {
        return paths -> paths.requestMatchers("/api/probe/me", "/api/probe/worded", "/api/probe/failure")
                .hasRole("ORGANISER")
                .requestMatchers("/api/probe/nobody")
                .hasRole("NOBODY")
                .requestMatchers("/probe/failure")
                .permitAll();
    }
}
