package org.alternat.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class MomentWordingTest {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final List<City> BOTH = cities("Lille, Montréal");
    static final Instant FIVE_IN_LILLE = Instant.parse("2026-11-20T16:00:00Z");

    MomentWording wording = new MomentWording(messages());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-FR | vendredi 20 novembre 2026, 17_h à Lille, 11_h à Montréal",
                "fr-BE | vendredi 20 novembre 2026, 17_h à Lille, 11_h à Montréal",
                "fr-CA | vendredi 20 novembre 2026, 17_h à Lille, 11_h à Montréal",
                "nl-BE | vrijdag 20 november 2026, 17.00_uur in Rijsel, 11.00_uur in Montreal",
                "en    | Friday 20 November 2026, 5_pm in Lille, 11_am in Montréal",
                "en-CA | Friday, November 20, 2026, 5_p.m. in Lille, 11_a.m. in Montréal"
            })
    void a_deadline_is_told_by_the_clocks_at_both_ends(String locale, String expected) {
        assertThat(told(FIVE_IN_LILLE, BOTH, locale)).isEqualTo(expected.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-24T15:00:00Z | samedi 24 octobre 2026, 17_h à Lille, 11_h à Montréal",
                "2026-10-30T16:00:00Z | vendredi 30 octobre 2026, 17_h à Lille, 12_h à Montréal",
                "2026-11-01T16:00:00Z | dimanche 1er novembre 2026, 17_h à Lille, 11_h à Montréal",
                "2026-03-15T16:00:00Z | dimanche 15 mars 2026, 17_h à Lille, 12_h à Montréal"
            })
    void the_gap_is_five_hours_while_only_one_side_has_changed_its_clocks(Instant at, String expected) {
        assertThat(told(at, BOTH, "fr-CA")).isEqualTo(expected.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-FR | samedi 1er février 2020, 0_h_30 à Lille_; vendredi 31 janvier 2020, 18_h_30 à Montréal",
                "fr-CA | samedi 1er février 2020, 0_h_30 à Lille; vendredi 31 janvier 2020, 18_h_30 à Montréal",
                "nl-BE | zaterdag 1 februari 2020, 0.30_uur in Rijsel; vrijdag 31 januari 2020, 18.30_uur in Montreal",
                "en | Saturday 1 February 2020, 12:30_am in Lille; Friday 31 January 2020, 6:30_pm in Montréal"
            })
    void another_day_over_there_is_said(String locale, String expected) {
        assertThat(told(Instant.parse("2020-01-31T23:30:00Z"), BOTH, locale))
                .isEqualTo(expected.replace('_', '\u00a0'));
    }

    @Test
    void noon_and_midnight_are_called_so_in_english() {
        assertThat(told(Instant.parse("2026-11-20T17:00:00Z"), BOTH, "en")).contains("6\u00a0pm", "12\u00a0noon");
        assertThat(told(Instant.parse("2026-11-20T23:00:00Z"), BOTH, "en")).contains("12\u00a0midnight in Lille");
    }

    @Test
    void cities_with_one_clock_are_one_and_a_reader_who_lives_by_yet_another_sees_it() {
        List<City> belgium = cities("Lille, Bruxelles");

        assertThat(told(FIVE_IN_LILLE, belgium, "nl-BE"))
                .isEqualTo("vrijdag 20 november 2026, 17.00\u00a0uur in Rijsel");
        assertThat(wording.moment(FIVE_IN_LILLE, belgium, Home.QUEBEC, Locale.CANADA_FRENCH))
                .endsWith("17\u00a0h à Lille, 11\u00a0h à Montréal");
        assertThat(wording.moment(FIVE_IN_LILLE, BOTH, Home.BELGIUM, Locale.FRENCH))
                .doesNotContain("Bruxelles");
    }

    @Test
    void a_city_that_no_bundle_knows_keeps_its_name() {
        assertThat(told(FIVE_IN_LILLE, cities("St. John’s (America/St_Johns), Villeneuve-d’Ascq"), "en"))
                .endsWith("12:30\u00a0pm in St. John’s, 5\u00a0pm in Villeneuve-d’Ascq");
        assertThat(told(FIVE_IN_LILLE, cities("Le Havre"), "fr-FR")).endsWith("17\u00a0h au Havre");
        assertThat(told(FIVE_IN_LILLE, List.of(City.of(ZoneId.of("UTC"))), "nl-BE"))
                .endsWith("16.00\u00a0uur in wereldtijd");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, America/Montreal, heure de l’Est (Montréal)",
        "nl, Europe/Paris, Midden-Europese tijd (Parijs)",
        "en, America/Toronto, Eastern Time (Toronto)",
        "en, America/St_Johns, America/St Johns"
    })
    void a_zone_is_named_by_what_people_call_its_time(String locale, ZoneId zone, String expected) {
        assertThat(wording.zone(zone, Locale.forLanguageTag(locale))).isEqualTo(expected);
    }

    private String told(Instant at, List<City> cities, String locale) {
        return wording.moment(at, cities, Home.ELSEWHERE, Locale.forLanguageTag(locale));
    }

    private static List<City> cities(String typed) {
        return City.parse(typed, PARIS).orElseThrow();
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/moment");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
