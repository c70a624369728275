package org.alternat.pki.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The page is open to everybody; the responder is asked by programs, which have neither a cookie nor a CSRF token. */
@Configuration(proxyBeanMethods = false)
class CertificatePaths {

    @Bean
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
            certificatePages() {
        return paths -> paths.requestMatchers("/certs", "/certs/*").permitAll();
    }

    @Bean
    @Order(0)
    SecurityFilterChain ocsp(HttpSecurity http) {
        return http.securityMatcher("/certs/ocsp", "/certs/ocsp/**")
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
