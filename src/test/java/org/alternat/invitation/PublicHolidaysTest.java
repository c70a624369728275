package org.alternat.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.alternat.moment.Home;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "2019-11-11, FRANCE",
        "2020-07-14, FRANCE",
        "2020-04-13, FRANCE",
        "2019-12-26, ALSACE_MOSELLE",
        "2020-04-10, ALSACE_MOSELLE",
        "2020-07-21, BELGIUM",
        "2019-11-11, BELGIUM",
        "2020-06-24, QUEBEC",
        "2019-10-14, QUEBEC",
        "2020-05-18, QUEBEC"
    })
    void nobody_is_reminded_on_a_public_holiday(LocalDate day, Home home) {
        assertThat(PublicHolidays.is(day, home)).isTrue();
        assertThat(PublicHolidays.isWorkingDay(day, home)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-07-21, FRANCE",
        "2019-12-26, FRANCE",
        "2020-04-10, FRANCE",
        "2020-07-14, BELGIUM",
        "2019-11-15, BELGIUM",
        "2019-11-11, QUEBEC",
        "2019-12-26, QUEBEC",
        "2019-10-14, FRANCE",
        "2019-11-11, ELSEWHERE"
    })
    void a_day_that_others_keep_or_only_offices_is_none(LocalDate day, Home home) {
        assertThat(PublicHolidays.isWorkingDay(day, home)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2019-11-30, FRANCE", "2019-12-01, ELSEWHERE"})
    void a_weekend_is_no_working_day_and_no_holiday(LocalDate day, Home home) {
        assertThat(PublicHolidays.isWorkingDay(day, home)).isFalse();
        assertThat(PublicHolidays.is(day, home)).isFalse();
    }
}
