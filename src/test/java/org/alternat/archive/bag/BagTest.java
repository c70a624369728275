package org.alternat.archive.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BagTest {

    static final Instant CLOSING = Instant.parse("2019-11-28T12:05:07Z");

    @Test
    void the_same_payload_gives_the_same_bytes_in_every_zone_and_order_of_adding() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Toronto"));
            Bag first = new Bag();
            first.add("a.txt", "a");
            first.add("b/c.txt", "c");
            byte[] toronto = first.toZip(info("Titre"), CLOSING);
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Brussels"));
            Bag second = new Bag();
            second.add("b/c.txt", "c");
            second.add("a.txt", "a");

            assertThat(second.toZip(info("Titre"), CLOSING)).isEqualTo(toronto);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void a_title_with_line_breaks_cannot_add_a_line_to_the_bag_information() {
        String zip = new String(new Bag().toZip(info("Titre\nPayload-Oxum: 9.9"), CLOSING), StandardCharsets.UTF_8);

        assertThat(zip)
                .contains("External-Description: Titre Payload-Oxum: 9.9\n")
                .contains("Payload-Oxum: 0.0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "../a", "a/../b", "a//b", "a\nb", "a%b", "é", "a/", ".hidden"})
    void a_path_that_is_not_plain_is_refused(String path) {
        assertThatThrownBy(() -> new Bag().add(path, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_is_never_replaced() {
        Bag bag = new Bag();
        bag.add("a.txt", "first");

        assertThatThrownBy(() -> bag.add("a.txt", "second")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Bag.Info info(String title) {
        return new Bag.Info("ALT-2019-0001", title, "id", LocalDate.of(2019, 11, 28));
    }
}
