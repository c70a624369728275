package org.alternat.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.alternat.testing.MovableClock;
import org.junit.jupiter.api.Test;

class VisitorLimitTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-28T12:00:00Z"));
    private final VisitorLimit limit = new VisitorLimit(clock);

    @Test
    void an_address_has_its_share_and_gets_it_anew_after_a_while() {
        for (int i = 0; i < VisitorLimit.CHECKS; i++) {
            assertThat(limit.take("192.0.2.1")).isTrue();
        }

        assertThat(limit.take("192.0.2.1")).isFalse();
        assertThat(limit.take("192.0.2.2")).as("another address").isTrue();
        clock.forward(VisitorLimit.WHILE.plusSeconds(1));
        assertThat(limit.take("192.0.2.1")).isTrue();
    }

    @Test
    void whoever_has_a_whole_network_of_addresses_has_one_share_all_the_same() {
        for (int i = 0; i < VisitorLimit.CHECKS; i++) {
            assertThat(limit.take("2001:db8:1:2::" + Integer.toHexString(i))).isTrue();
        }

        assertThat(limit.take("2001:db8:1:2:ffff::1")).as("the same network").isFalse();
        assertThat(limit.take("2001:db8:1:3::1")).as("another network").isTrue();
    }
}
