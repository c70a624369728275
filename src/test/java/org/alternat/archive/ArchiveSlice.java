package org.alternat.archive;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * The archive and the packages below it, with their pages and the real doors, on a database of its own. No process engine:
 * a declaration goes through its life by the hand of {@link SealedDeclarations}.
 */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {ArchiveSlice.Application.class, SealedDeclarations.class},
        properties = {
            "spring.datasource.url=jdbc:h2:mem:archive;DB_CLOSE_DELAY=-1",
            "alternat.home=target/archive-test",
            "alternat.pki.key-directory=target/archive-test/keys"
        })
@AutoConfigureMockMvc
public @interface ArchiveSlice {

    @EnableAutoConfiguration
    @ConfigurationPropertiesScan({"org.alternat.pki", "org.alternat.judge"})
    @ComponentScan(
            basePackages = {
                "org.alternat.system",
                "org.alternat.audit",
                "org.alternat.pki",
                "org.alternat.document",
                "org.alternat.declaration",
                "org.alternat.moment",
                "org.alternat.closing",
                "org.alternat.judge",
                "org.alternat.archive"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.alternat\\.declaration\\.(web|sample)\\..*|.*Test(\\$.*)?|.*Recorder"))
    class Application {

        /** The organisers' rule, as {@code declaration.web} contributes it: ours must hold in spite of it. */
        @Bean
        Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
                aRuleForAllDeclarations() {
            return paths -> paths.requestMatchers("/api/v1/declarations/**").hasRole("ORGANISER");
        }
    }
}
