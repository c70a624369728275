package org.alternat.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void addresses_of_one_ipv6_network_count_as_one_and_those_of_another_do_not() {
        assertThat(Network.of("2001:db8:1:2::1"))
                .isEqualTo(Network.of("2001:DB8:1:2:ffff:ffff:ffff:ffff"))
                .isEqualTo(Network.of("[2001:db8:1:2::3]"))
                .isNotEqualTo(Network.of("2001:db8:1:3::1"));
        assertThat(Network.of("fe80::1%eth0")).isEqualTo(Network.of("fe80::2"));
    }

    @Test
    void an_ipv4_address_counts_by_itself_in_either_spelling() {
        assertThat(Network.of("192.0.2.1"))
                .isEqualTo(Network.of("::ffff:192.0.2.1"))
                .isNotEqualTo(Network.of("192.0.2.2"));
    }

    @Test
    void what_is_no_address_stays_as_it_is() {
        assertThat(Network.of("unknown").text()).isEqualTo("unknown");
        assertThat(Network.of("no:address").text()).isEqualTo("no:address");
    }
}
