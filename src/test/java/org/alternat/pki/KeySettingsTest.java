package org.alternat.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.alternat.pki.csc.CscSettings;
import org.alternat.pki.csc.RemoteSealConfiguration;
import org.bouncycastle.cms.CMSSignedData;
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

    @Test
    void timestamp_authorities_are_a_plain_list_of_addresses_or_say_more_of_each() {
        service()
                .withPropertyValues("alternat.pki.timestamp-authorities=http://a.example/tsa, https://b.example/tsa")
                .run(context -> assertThat(context.getBean(PkiProperties.class).timestampAuthorities())
                        .extracting(source -> source.uri().getHost())
                        .containsExactly("a.example", "b.example"));
        service()
                .withPropertyValues(
                        "alternat.pki.timestamp-authorities[0]=http://a.example/tsa",
                        "alternat.pki.timestamp-authorities[1].address=https://b.example/tsa",
                        "alternat.pki.timestamp-authorities[1].timeout=4s",
                        "alternat.pki.timestamp-authorities[1].digest=sha-512",
                        "alternat.pki.timestamp-authorities[1].pace=20",
                        "alternat.pki.timestamp-authorities[1].pace-period=20m")
                .run(context -> assertThat(context.getBean(PkiProperties.class).timestampAuthorities())
                        .containsExactly(
                                TimestampSource.valueOf("http://a.example/tsa"),
                                new TimestampSource(
                                        URI.create("https://b.example/tsa"),
                                        Duration.ofSeconds(4),
                                        TimestampDigest.SHA_512,
                                        20,
                                        Duration.ofMinutes(20),
                                        3,
                                        Duration.ofSeconds(30))));
    }

    @Test
    void a_timestamp_authority_without_an_address_is_named() {
        service()
                .withPropertyValues("alternat.pki.timestamp-authorities=tsa.example.org")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("alternat.pki.timestamp-authorities")
                        .hasMessageContaining("tsa.example.org"));
    }

    @Test
    void a_provider_seals_as_soon_as_its_address_is_set() throws Exception {
        try (CscProvider provider = new CscProvider("EC", "C=BE,O=Alternat test,CN=Remote seal")) {
            service()
                    .withPropertyValues(
                            "alternat.pki.remote-seal.address=" + provider.address(),
                            "alternat.pki.remote-seal.credential=" + CscProvider.CREDENTIAL,
                            "alternat.pki.remote-seal.token-file="
                                    + Files.writeString(folder.resolve("token"), CscProvider.TOKEN),
                            "alternat.pki.remote-seal.pin-file="
                                    + Files.writeString(folder.resolve("pin"), CscProvider.PIN))
                    .run(context -> {
                        byte[] cms = context.getBean(ServiceSeal.class).sign(new byte[32]);
                        assertThat(new CMSSignedData(cms).getCertificates().getMatches(null))
                                .contains(provider.certificate());
                    });
        }
    }

    @Test
    void a_provider_without_a_credential_is_named() {
        service()
                .withPropertyValues("alternat.pki.remote-seal.address=https://provider.example/csc/v2")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("alternat.pki.remote-seal.credential"));
    }

    private ApplicationContextRunner service() {
        return new ApplicationContextRunner()
                .withUserConfiguration(Settings.class, RemoteSealConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(SecureRandom.class, SecureRandom::new)
                .withPropertyValues("alternat.pki.key-directory=" + folder);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({PkiProperties.class, CscSettings.class})
    @Import(PkiConfiguration.class)
    static class Settings {}
}
