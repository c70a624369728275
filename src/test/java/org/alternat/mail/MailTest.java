package org.alternat.mail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mail package on a real database, with its own words and without the rest of the house. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTest
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@Import(MailTest.Beans.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@interface MailTest {

    @TestConfiguration
    @ComponentScan(
            basePackages = {"org.alternat.mail", "org.alternat.audit"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.web\\..*|Test\\$.*|Test)"))
    class Beans {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        SecureRandom secureRandom() {
            return new SecureRandom();
        }

        @Bean
        MessageSource messageSource() {
            return LetterSamples.messages();
        }
    }
}
