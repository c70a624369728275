package org.alternat.mail.web;

import org.alternat.mail.WithoutSmtpHost;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Opens the outbox page, without a log-in: the newcomer reads the first set-up link there. {@link SameMachine} keeps others out. */
@Configuration(proxyBeanMethods = false)
class OutboxPaths {

    @Bean
    @WithoutSmtpHost
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> outboxPages() {
        return paths -> paths.requestMatchers("/outbox", "/outbox/*").permitAll();
    }
}
