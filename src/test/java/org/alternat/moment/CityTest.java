package org.alternat.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityTest {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final Instant AUTUMN = Instant.parse("2026-11-20T16:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lille, Montréal | Lille (Europe/Paris), Montréal (America/Montreal)",
                "rijsel; MONTREAL | rijsel (Europe/Paris), MONTREAL (America/Montreal)",
                "Seraing, Gent | Seraing (Europe/Paris), Gent (Europe/Brussels)",
                "Saint-Jean ( America/St_Johns ) | Saint-Jean (America/St_Johns)",
                "'' | ''"
            })
    void cities_are_read_as_people_type_them(String typed, String expected) {
        List<City> cities = City.parse(typed, PARIS).orElseThrow();

        assertThat(City.write(cities)).isEqualTo(expected);
        assertThat(City.parse(expected, PARIS)).contains(cities);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lille (Mars/Olympus)", "(Europe/Paris)", "Lille (", "a, b, c, d, e"})
    void what_cannot_be_a_city_is_refused(String typed) {
        assertThat(City.parse(typed, PARIS)).isEmpty();
    }

    @Test
    void for_want_of_others_they_are_those_of_the_zone_and_of_the_parties() {
        assertThat(derived("Europe/Paris", "Wallonie", "Hauts-de-France", "Québec"))
                .isEqualTo("Lille (Europe/Paris), Montréal (America/Montreal)");
        assertThat(derived("Europe/Brussels", "Vlaanderen")).isEqualTo("Bruxelles (Europe/Brussels)");
        assertThat(derived("Europe/Paris", "Bretagne", "Scotland")).isEqualTo("Paris (Europe/Paris)");
        assertThat(derived("America/Montreal", "Québec", "Nord"))
                .isEqualTo("Montréal (America/Montreal), Paris (Europe/Paris)");
        assertThat(derived("America/St_Johns")).isEqualTo("St Johns (America/St_Johns)");
    }

    private static String derived(String zone, String... regions) {
        return City.write(Home.cities(ZoneId.of(zone), List.of(regions), AUTUMN));
    }
}
