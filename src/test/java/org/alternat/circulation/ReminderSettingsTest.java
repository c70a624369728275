package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ReminderSettingsTest {

    ApplicationContextRunner service = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @ParameterizedTest
    @ValueSource(strings = {"07:59", "20:00", "03:00"})
    void an_hour_of_the_night_stops_the_start_with_a_sentence(String at) {
        service.withPropertyValues("alternat.circulation.reminders.at=" + at)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("nobody is reminded at night"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08:00", "09:00", "19:59"})
    void an_hour_of_the_day_is_taken(String at) {
        service.withPropertyValues("alternat.circulation.reminders.at=" + at)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @EnableConfigurationProperties(CirculationProperties.class)
    static class Settings {}
}
