package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTimesTest {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final ZoneId MONTREAL = ZoneId.of("America/Montreal");

    LetterTimes times = new LetterTimes(LetterSamples.messages());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-FR | jeudi 28 novembre 2019 à 13_h_05 (heure de Paris)",
                "fr-BE | jeudi 28 novembre 2019 à 13_h_05 (heure de Paris)",
                "fr-CA | jeudi 28 novembre 2019 à 13_h_05 (heure de Paris)",
                "nl-BE | donderdag 28 november 2019 om 13.05_uur (Parijse tijd)",
                "en    | 13:05 on Thursday 28 November 2019 (Paris time)",
                "en-CA | 1:05_p.m. on Thursday, November 28, 2019 (Paris time)"
            })
    void a_moment_is_written_in_the_readers_manner(String locale, String expected) {
        assertThat(times.moment(Instant.parse("2019-11-28T12:05:00Z"), PARIS, PARIS, Locale.forLanguageTag(locale)))
                .isEqualTo(expected.replace('_', '\u00a0'));
    }

    @Test
    void a_reader_in_montreal_sees_both_clocks() {
        assertThat(times.moment(Instant.parse("2020-01-31T16:00:00Z"), PARIS, MONTREAL, Locale.CANADA_FRENCH))
                .isEqualTo("vendredi 31 janvier 2020, 17\u00a0h à Paris (11\u00a0h à Montréal)");
    }

    @Test
    void the_gap_is_five_hours_in_the_week_when_only_europe_has_changed_its_clocks() {
        assertThat(times.moment(Instant.parse("2019-10-30T12:00:00Z"), PARIS, MONTREAL, Locale.CANADA_FRENCH))
                .contains("13\u00a0h à Paris (8\u00a0h à Montréal)");
    }

    @Test
    void another_day_over_there_is_said() {
        assertThat(times.moment(Instant.parse("2020-01-31T23:30:00Z"), PARIS, MONTREAL, Locale.CANADA_FRENCH))
                .isEqualTo(
                        "samedi 1er février 2020, 0\u00a0h\u00a030 à Paris (vendredi 31 janvier 2020, 18\u00a0h\u00a030 à Montréal)");
    }

    @Test
    void two_cities_with_one_clock_are_one() {
        assertThat(times.moment(
                        Instant.parse("2020-01-31T16:00:00Z"),
                        PARIS,
                        ZoneId.of("Europe/Brussels"),
                        Locale.forLanguageTag("nl-BE")))
                .isEqualTo("vrijdag 31 januari 2020 om 17\u00a0uur (Parijse tijd)");
    }

    @Test
    void a_city_that_no_bundle_knows_keeps_its_name() {
        assertThat(times.moment(
                        Instant.parse("2020-01-31T16:00:00Z"), ZoneId.of("America/St_Johns"), PARIS, Locale.ENGLISH))
                .isEqualTo("Friday 31 January 2020, 12:30 in time zone America/St Johns (17:00 in Paris)");
    }

    @ParameterizedTest
    @CsvSource({
        "fr-CA, '', America/Montreal",
        "en, Québec, America/Montreal",
        "fr-FR, QC, America/Montreal",
        "nl-BE, Vlaanderen, Europe/Brussels",
        "fr-FR, Hauts-de-France, Europe/Paris",
        "en, Scotland, UTC"
    })
    void the_readers_zone_follows_region_and_locale(String locale, String region, String zone) {
        assertThat(LetterTimes.zoneOf(Locale.forLanguageTag(locale), region, ZoneId.of("UTC")))
                .isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4912345 | fr-FR | 4,9_Mo",
                "4912345 | nl-BE | 4,9_MB",
                "4912345 | en | 4.9_MB",
                "81234 | fr-CA | 81_ko"
            })
    void a_size_is_written_in_the_readers_units(long bytes, String locale, String expected) {
        assertThat(times.size(bytes, Locale.forLanguageTag(locale))).isEqualTo(expected.replace('_', '\u00a0'));
    }
}
