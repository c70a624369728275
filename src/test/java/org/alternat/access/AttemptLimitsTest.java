package org.alternat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.alternat.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How often somebody may try. */
@JdbcTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class AttemptLimitsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-05T10:00:00Z"));

    private AttemptLimits limits;

    @BeforeEach
    void limits(@Autowired JdbcClient jdbc, @Autowired PlatformTransactionManager transactions) {
        limits = new AttemptLimits(jdbc, transactions, clock);
        limits.forget("zoé");
    }

    @Test
    void the_fourth_of_three_an_hour_is_one_too_many_until_the_hour_is_over() {
        take();
        take();
        take();
        assertThat(limits.take("zoé", 3, HOUR)).isFalse();

        clock.forward(HOUR);
        take();
    }

    @Test
    void one_that_is_given_back_may_be_taken_again_and_no_more_than_were_taken_can_be() {
        limits.giveBack("zoé");
        take();
        take();
        take();
        limits.giveBack("zoé");
        take();
        assertThat(limits.take("zoé", 3, HOUR)).isFalse();
    }

    private void take() {
        assertThat(limits.take("zoé", 3, HOUR)).isTrue();
    }
}
