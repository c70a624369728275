package org.alternat.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where the keys are kept, and which of them sign, is said by settings; a wrong one stops the start in one sentence. */
class KeySettingsTest {

    @TempDir
    Path folder;

    @Test
    void production_refuses_keys_in_a_file() {
        service()
                .withInitializer(context -> context.getEnvironment().setActiveProfiles("production"))
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .rootCause()
                            .hasMessageContaining("alternat.pki.pkcs11.library")
                            .hasMessageContaining("not in a file");
                });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void production_takes_keys_in_a_token() {
        TestTokens.Token token = TestTokens.take();

        service()
                .withInitializer(context -> context.getEnvironment().setActiveProfiles("production"))
                .withPropertyValues(token.serviceSettings().stream()
                        .map(setting -> setting.substring(2))
                        .toArray(String[]::new))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(ServiceKeys.class)
                                    .current()
                                    .seal()
                                    .certificate())
                            .isEqualTo(new KeyToken(token.settings()).certificate("seal"));
                });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void asking_for_the_next_generation_makes_it_once_and_keeps_the_one_before() {
        service().run(context -> assertThat(context.getBean(ServiceKeys.class).all())
                .hasSize(1));

        for (int start = 0; start < 2; start++) {
            service().withPropertyValues("alternat.pki.generation=2").run(context -> assertThat(
                            context.getBean(ServiceKeys.class).all())
                    .extracting(KeyGeneration::number)
                    .containsExactly(1, 2));
        }
        service().run(context -> {
            assertThat(context.getBean(ServiceKeys.class).current().number()).isEqualTo(2);
            assertThat(context.getBean(TrustAnchors.class).certificates()).hasSize(2);
        });
    }

    @Test
    void a_generation_cannot_be_skipped() {
        service().withPropertyValues("alternat.pki.generation=3").run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("alternat.pki.generation")
                .hasMessageContaining("the next one is number 1"));
    }

    private ApplicationContextRunner service() {
        return new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(SecureRandom.class, SecureRandom::new)
                .withPropertyValues("alternat.pki.key-directory=" + folder);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PkiProperties.class)
    @Import(PkiConfiguration.class)
    static class Settings {}
}
