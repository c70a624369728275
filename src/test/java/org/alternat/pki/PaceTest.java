package org.alternat.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A pace holds in every window of time, also in one that lies across the boundary of two. */
class PaceTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void no_window_ever_holds_more_than_its_number() {
        long window = Duration.ofMinutes(1).toNanos();
        Pace pace = new Pace(20, Duration.ofMinutes(1), now::get);
        Random random = new Random(7);
        List<Long> left = new ArrayList<>();
        for (int request = 0; request < 2_000; request++) {
            now.addAndGet((long) (random.nextDouble() * window / 15));
            long wait = pace.take(Duration.ofSeconds(5));
            if (wait >= 0) {
                left.add(now.get() + wait);
            }
        }

        assertThat(left).hasSizeGreaterThan(500).isSorted();
        for (int i = 20; i < left.size(); i++) {
            assertThat(left.get(i) - left.get(i - 20)).isGreaterThanOrEqualTo(window);
        }
    }

    @Test
    void nothing_is_taken_by_who_does_not_wait() {
        Pace pace = new Pace(1, Duration.ofMinutes(1), now::get);

        assertThat(pace.take(Duration.ZERO)).isZero();
        assertThat(pace.take(Duration.ofSeconds(59))).isEqualTo(-1);
        assertThat(pace.take(Duration.ofSeconds(60)))
                .isEqualTo(Duration.ofMinutes(1).toNanos());
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(pace.take(Duration.ZERO)).isZero();
    }
}
