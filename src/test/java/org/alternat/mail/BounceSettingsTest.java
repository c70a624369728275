package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.MessageSource;

/** Off by default; a setting that can never work stops the start and is named. */
class BounceSettingsTest {

    @TempDir
    Path home;

    ApplicationContextRunner service(String... properties) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withUserConfiguration(MailConfiguration.class, BounceConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(SecureRandom.class)
                .withBean(MessageSource.class, LetterSamples::messages)
                .withPropertyValues("alternat.home=" + home)
                .withPropertyValues(properties);
    }

    @Test
    void nothing_is_read_unless_a_server_is_named() {
        service().run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ReturnPath.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "username=      | username is missing",
                "password=      | password is missing",
                "port=70000     | port is not between",
                "tls=false      | tls may be off on this machine only",
                "every=PT1S     | every is shorter",
                "address=nobody | address is no address",
                "address=an-address-that-is-too-long@example.org | more than 23 characters",
                "host=          | host is set but empty"
            })
    void a_wrong_setting_is_named(String wrong, String said) {
        service(
                        "alternat.mail.bounces.host=imap.example.org",
                        "alternat.mail.bounces.username=returns",
                        "alternat.mail.bounces.password=secret",
                        "alternat.mail.bounces.address=bounces@example.org",
                        "alternat.mail.bounces." + wrong)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("alternat.mail.bounces.")
                        .hasMessageContaining(said));
    }

    @Test
    void the_key_of_the_return_addresses_is_made_once_and_for_the_owner_alone() throws Exception {
        byte[] made = ReturnKey.in(home, new SecureRandom());

        assertThat(ReturnKey.in(home, new SecureRandom())).isEqualTo(made);
        Path file = home.resolve("return-addresses.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "cut off");
        assertThatThrownBy(() -> ReturnKey.in(home, new SecureRandom())).hasMessageContaining("return-addresses.key");
    }
}
