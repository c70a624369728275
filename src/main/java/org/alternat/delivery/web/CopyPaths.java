package org.alternat.delivery.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Opens the personal links without a log-in: the secret in the path is the key. */
@Configuration(proxyBeanMethods = false)
class CopyPaths {

    @Bean
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> copyPages() {
        return paths -> paths.requestMatchers("/copies/*").permitAll();
    }
}
