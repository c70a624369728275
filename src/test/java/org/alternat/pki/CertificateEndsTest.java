package org.alternat.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alternat.pki.CertificateEnds.Use;
import org.alternat.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** Sixty days before a certificate ends that signing depends on, it is spoken of. */
class CertificateEndsTest {

    private static final Instant START = Instant.parse("2026-11-25T09:00:00Z");
    private static final Duration SEAL_LIFE = Duration.ofDays(5 * 365);

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(START);

    @Test
    void nothing_is_said_while_everything_lives_long_enough() {
        CertificateEnds ends = new TestPki(folder, clock).ends();

        clock.forward(SEAL_LIFE.minus(CertificateEnds.NOTICE).minusHours(1));

        assertThat(ends.soon()).isEmpty();
    }

    @Test
    void the_seal_is_the_first_to_end_and_is_named_sixty_days_before() {
        CertificateEnds ends = new TestPki(folder, clock).ends();

        clock.forward(SEAL_LIFE.minus(CertificateEnds.NOTICE).plusHours(1));

        assertThat(ends.soon())
                .containsExactly(new CertificateEnds.End(Use.SEAL, "Alternat test seal", START.plus(SEAL_LIFE), false));
        var health = new CertificatesHealthIndicator(ends).health(true);
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails().get("ending")).asString().contains("SEAL Alternat test seal 2031-11-24");
    }

    @Test
    void after_its_end_it_is_said_to_have_ended() {
        CertificateEnds ends = new TestPki(folder, clock).ends();

        clock.forward(SEAL_LIFE.plusDays(1));

        assertThat(ends.soon()).singleElement().satisfies(end -> assertThat(end.ended())
                .isTrue());
    }

    @Test
    void a_new_generation_of_keys_ends_the_warning() {
        TestPki first = new TestPki(folder, clock);
        clock.forward(SEAL_LIFE);
        assertThat(first.ends().soon()).isNotEmpty();

        assertThat(TestPki.inGeneration(2, folder, clock).ends().soon()).isEmpty();
    }

    @Test
    void trust_anchors_and_outside_timestamping_units_are_watched_too() {
        try (var outside = new org.alternat.story.TestTimestampAuthority()) {
            TestPki pki = new TestPki(folder, clock);
            TimestampAuthority timestamps = PkiConfiguration.outside(
                    TimestampSource.valueOf(outside.address().toString()),
                    Duration.ofSeconds(5),
                    new java.security.SecureRandom());
            timestamps.timestampOver(new byte[] {1});
            CertificateEnds ends = pki.ends(
                    List.of(new TestPki(folder.resolve("other"), clock)
                            .authority()
                            .certificate()),
                    timestamps);

            clock.forward(Duration.ofDays(30 * 365));

            assertThat(ends.soon())
                    .extracting(CertificateEnds.End::use, CertificateEnds.End::name)
                    .contains(
                            org.assertj.core.api.Assertions.tuple(Use.TIMESTAMP, "Test Timestamp Unit"),
                            org.assertj.core.api.Assertions.tuple(Use.ANCHOR, "Alternat test declaration CA"));
        }
    }
}
