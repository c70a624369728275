package org.alternat.invitation.web;

import org.alternat.invitation.SampleLetters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Anybody may follow the link of a test letter; the letters themselves stand under the organisers' own paths. */
@Configuration(proxyBeanMethods = false)
class InvitationPaths {

    /** A declaration's letters; the id is that of the declaration. */
    static final String LETTERS = "/declarations/{id:[0-9a-f-]{36}}/letters";

    @Bean
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
            explanationPath() {
        return paths -> paths.requestMatchers(SampleLetters.EXPLANATION).permitAll();
    }
}
