package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No reminder leaves by night or on a public holiday of where the signatory lives. */
class RemindersByDayTest {

    CirculationWorld world = new CirculationWorld();
    SignatoryId signatory = world.signatory(1);
    List<Instant> left = new ArrayList<>();

    @BeforeEach
    void somebody_in_quebec_was_invited_on_monday() {
        world.region = "Québec";
        doAnswer(call -> left.add(ClockUtil.getCurrentTime().toInstant()))
                .when(world.letters)
                .sendReminder(eq(signatory), anyInt());
        world.release();
        world.runDueSteps();
    }

    @AfterEach
    void leave() {
        world.close();
    }

    @Test
    void they_leave_at_nine_in_montreal_and_not_on_thanksgiving() {
        world.untilNothingIsLeft();

        // A week after Monday 7 October is Thanksgiving; the next ones are counted from the Tuesday after it.
        assertThat(left)
                .containsExactly(
                        Instant.parse("2019-10-15T13:00:00Z"),
                        Instant.parse("2019-10-22T13:00:00Z"),
                        Instant.parse("2019-10-29T13:00:00Z"));
    }

    @Test
    void one_that_is_asked_for_in_the_european_morning_waits_for_the_morning_in_montreal() {
        CirculationWorld.at(Instant.parse("2019-10-08T07:00:00Z"));
        world.circulations.reminderRequested(world.id, signatory);
        world.runDueSteps();
        assertThat(left).isEmpty();

        CirculationWorld.at(Instant.parse("2019-10-08T12:00:00Z"));
        world.runDueSteps();
        assertThat(left).containsExactly(Instant.parse("2019-10-08T12:00:00Z"));
    }

    @Test
    void one_that_is_asked_for_by_day_leaves_at_once() {
        world.circulations.reminderRequested(world.id, signatory);
        world.runDueSteps();

        assertThat(left).containsExactly(CirculationWorld.MONDAY);
    }

    @Test
    void one_that_is_asked_for_puts_off_the_one_that_would_have_followed() {
        CirculationWorld.at(Instant.parse("2019-10-11T14:00:00Z"));
        world.circulations.reminderRequested(world.id, signatory);
        world.runDueSteps();
        world.untilNothingIsLeft();

        assertThat(left)
                .containsExactly(
                        Instant.parse("2019-10-11T14:00:00Z"),
                        Instant.parse("2019-10-18T13:00:00Z"),
                        Instant.parse("2019-10-25T13:00:00Z"));
    }

    @Test
    void one_that_is_late_because_the_service_stood_still_waits_for_the_next_morning() {
        CirculationWorld.at(Instant.parse("2019-10-16T01:30:00Z"));
        world.runDueSteps();
        assertThat(left).isEmpty();

        world.untilNothingIsLeft();
        assertThat(left.get(0)).isEqualTo("2019-10-16T13:00:00Z");
    }

    @Test
    void one_that_the_mail_server_refused_all_day_does_not_leave_by_night() {
        world.circulations.reminderRequested(world.id, signatory);
        List<Instant> tried = new ArrayList<>();
        doAnswer(call -> {
                    tried.add(ClockUtil.getCurrentTime().toInstant());
                    throw new IllegalStateException("421");
                })
                .when(world.letters)
                .sendReminder(any(), anyInt());
        world.untilNothingIsLeft();

        assertThat(tried).isNotEmpty().allSatisfy(instant -> assertThat(
                        instant.atZone(java.time.ZoneId.of("America/Montreal")).getHour())
                .isBetween(8, 19));
    }
}
