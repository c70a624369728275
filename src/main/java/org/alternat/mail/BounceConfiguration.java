package org.alternat.mail;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way back: only where {@code alternat.mail.bounces.host} is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("alternat.mail.bounces.host")
@EnableConfigurationProperties(BounceProperties.class)
class BounceConfiguration {

    /** @throws IllegalArgumentException when letters go to the outbox folder, from which nothing comes back */
    @Bean
    ReturnPath returnPath(
            BounceProperties settings,
            @Value("${alternat.home:data}") Path home,
            @Value("${spring.mail.host:}") String server,
            SecureRandom random) {
        if (server.isBlank()) {
            throw new IllegalArgumentException("alternat.mail.bounces.host is of no use without spring.mail.host");
        }
        return new ReturnPath(settings.returnAddress(), ReturnKey.in(home.resolve("keys"), random));
    }

    @Bean
    BounceMailbox bounceMailbox(BounceProperties settings, ReturnPath returnPath, LetterReturns returns) {
        return new BounceMailbox(settings, new MailReports(returnPath), returns);
    }
}
