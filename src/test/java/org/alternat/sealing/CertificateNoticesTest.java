package org.alternat.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alternat.declaration.Notice;
import org.alternat.pki.TestPki;
import org.alternat.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Organisers hear of a certificate that ends while there is time to replace it. */
class CertificateNoticesTest {

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T09:00:00Z"));

    @Test
    void a_seal_that_ends_in_forty_days_is_a_warning_and_one_that_has_ended_a_problem() {
        CertificateNotices notices = new CertificateNotices(new TestPki(folder, clock).ends(), clock);
        assertThat(notices.now()).isEmpty();

        clock.forward(Duration.ofDays(5 * 365 - 40));
        assertThat(notices.now())
                .containsExactly(new Notice(
                        Notice.Severity.WARNING,
                        "sealing.certificate.seal",
                        List.of("Alternat test seal", "40"),
                        null,
                        null));

        clock.forward(Duration.ofDays(41));
        assertThat(notices.now()).singleElement().satisfies(notice -> {
            assertThat(notice.severity()).isEqualTo(Notice.Severity.PROBLEM);
            assertThat(notice.messageKey()).isEqualTo("sealing.certificate.ended");
        });
    }
}
