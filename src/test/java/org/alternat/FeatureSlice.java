package org.alternat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.security.SecureRandom;
import java.time.Clock;
import org.alternat.access.AttemptLimits;
import org.alternat.access.SigningLinks;
import org.alternat.delivery.DeliverySettingsBinding;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The packages that write letters, with everything below them, on a real database and the outbox folder; no pages, no process.
 * Nothing runs in a test's own transaction.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTest(properties = "alternat.home=target/feature-slice/${random.uuid}")
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@Import(FeatureSlice.Beans.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public @interface FeatureSlice {

    /** What the rest of the house would give. */
    @TestConfiguration
    @Import({SigningLinks.class, AttemptLimits.class, DeliverySettingsBinding.class})
    @ComponentScan(
            basePackages = {
                "org.alternat.audit",
                "org.alternat.mail",
                "org.alternat.document",
                "org.alternat.declaration",
                "org.alternat.moment",
                "org.alternat.invitation",
                "org.alternat.delivery",
                "org.alternat.system"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*(\\.web\\..*|Test(s|\\$.*)?|\\.sample\\..*|FactRecorder|TimeConfiguration|.*Slice.*|DeliverySettingsBinding)"))
    class Beans {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        SecureRandom secureRandom() {
            return new SecureRandom();
        }
    }
}
