package org.alternat.verification.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Anybody may check a file. */
@Configuration(proxyBeanMethods = false)
class VerificationPaths {

    @Bean
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
            pathsOfVisitors() {
        return paths ->
                paths.requestMatchers("/verify", "/api/v1/verifications").permitAll();
    }
}
