package org.alternat.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The first start ends on a service that works; a wrong setting ends it at once, by its name. */
@ExtendWith(OutputCaptureExtension.class)
class StartUpIT {

    @TempDir
    Path home;

    @Test
    void the_first_start_makes_keys_for_nobody_else_and_tells_the_newcomer_where_to_go(CapturedOutput output)
            throws Exception {
        try (Service service = Service.start(home, List.of("--logging.level.org.alternat=info"))) {
            assertThat(output).contains("Signed, sealed and verified a probe");
            assertThat(output).contains("First organiser: " + service.address() + "/setup/");
            assertThat(output).containsPattern("(?i)sample declaration");
        }
        try (var files = Files.walk(home.resolve("keys"))) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_key_store_that_cannot_be_read_is_named_and_not_replaced() throws Exception {
        Path store = home.resolve("keys/service.p12");
        Files.createDirectories(store.getParent());
        Files.writeString(store, "no key store");
        Files.writeString(home.resolve("keys/service.password"), "secret");

        assertThatThrownBy(() -> Service.start(home, List.of()).close())
                .rootCause()
                .isNotNull();
        assertThatThrownBy(() -> Service.start(home, List.of()).close())
                .hasStackTraceContaining("alternat.pki.key-directory");
        assertThat(store).hasContent("no key store");
    }

    @Test
    void a_database_that_does_not_answer_is_named(CapturedOutput output) throws Exception {
        int nobody = ServiceProcess.freePort();

        assertThatThrownBy(() -> Service.start(
                                home,
                                List.of(
                                        "--spring.profiles.active=postgres",
                                        "--spring.datasource.url=jdbc:postgresql://localhost:" + nobody + "/alternat",
                                        "--spring.datasource.hikari.connection-timeout=1000",
                                        "--spring.datasource.hikari.initialization-fail-timeout=1000"))
                        .close())
                .isInstanceOf(Exception.class);

        assertThat(output).contains("spring.datasource.url: the database at jdbc:postgresql://localhost:" + nobody);
    }

    @Test
    void a_mail_setting_that_is_wrong_is_named() {
        assertThatThrownBy(() -> Service.start(
                                home, List.of("--spring.mail.host=localhost", "--alternat.mail.from=not an address"))
                        .close())
                .hasStackTraceContaining("alternat.mail.from");
    }
}
