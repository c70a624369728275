package org.alternat.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Who may open which of the pages here. */
@Configuration(proxyBeanMethods = false)
class AccessPaths {

    @Bean
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> staffPaths() {
        return paths -> paths.requestMatchers("/login", "/logout", "/setup/*")
                .permitAll()
                .requestMatchers("/staff", "/staff/**")
                .hasRole("ORGANISER")
                .requestMatchers("/tokens", "/tokens/**")
                .authenticated();
    }
}
