package org.alternat.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeTest {

    @ParameterizedTest
    @CsvSource({
        "fr-FR, Hauts-de-France, FRANCE",
        "en, Île-de-France, FRANCE",
        "fr-FR, Alsace, ALSACE_MOSELLE",
        "fr-BE, Wallonie, BELGIUM",
        "en, Wallonie, BELGIUM",
        "fr-FR, Région de Bruxelles-Capitale, BELGIUM",
        "nl-BE, Vlaanderen, BELGIUM",
        "en, België, BELGIUM",
        "en, Québec, QUEBEC",
        "fr-FR, CA-QC, QUEBEC",
        "fr-CA, '', QUEBEC",
        "fr-CA, Wallonie, QUEBEC",
        "nl-BE, '', BELGIUM",
        "en, Scotland, ELSEWHERE"
    })
    void the_region_decides_and_where_it_does_not_the_language(String locale, String region, Home home) {
        assertThat(Home.of(Locale.forLanguageTag(locale), region)).isEqualTo(home);
    }
}
