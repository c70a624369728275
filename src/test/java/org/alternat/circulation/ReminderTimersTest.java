package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The next reminder that a board shows is the one that leaves. */
class ReminderTimersTest {

    CirculationWorld world = new CirculationWorld();
    ReminderTimers timers = new ReminderTimers(world.runtime, world.management);
    SignatoryId anne = world.signatory(1);
    SignatoryId bruno = world.signatory(1);

    @BeforeEach
    void two_people_are_invited() {
        world.release();
        world.runDueSteps();
    }

    @AfterEach
    void leave() {
        world.close();
    }

    @Test
    void at_the_instant_that_is_shown_the_letter_leaves_and_not_before() {
        Instant shown = timers.of(world.id).get(anne);
        assertThat(shown).isAfter(CirculationWorld.MONDAY);

        CirculationWorld.at(shown.minusSeconds(1));
        world.runDueSteps();
        verify(world.letters, never()).sendReminder(eq(anne), anyInt());
        CirculationWorld.at(shown);
        world.runDueSteps();
        verify(world.letters).sendReminder(eq(anne), anyInt());

        assertThat(timers.of(world.id).get(anne)).isAfter(shown.plus(Duration.ofDays(1)));
    }

    @Test
    void who_has_answered_is_not_reminded_any_more() {
        assertThat(timers.of(world.id)).containsOnlyKeys(anne, bruno);

        world.consents(anne);
        world.runDueSteps();

        assertThat(timers.of(world.id)).containsOnlyKeys(bruno);
    }

    @Test
    void each_declaration_has_its_own() {
        assertThat(timers.of(DeclarationId.random())).isEqualTo(Map.of());
    }
}
