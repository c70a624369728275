package org.alternat.closing.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Archivists and auditors read every closing report and status table; organisers, by the rule of their own paths, those of their declarations. */
@Configuration(proxyBeanMethods = false)
class ClosingPaths {

    /** A declaration's id in a path; anything else is no address of ours. */
    static final String ID = "{id:[0-9a-f-]{36}}";

    @Bean
    Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
            closingReportPath() {
        return paths -> paths.requestMatchers("/archive/*/closing-report", "/archive/*/status-table")
                .hasAnyRole("ARCHIVIST", "AUDITOR");
    }
}
