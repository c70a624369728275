package org.alternat.circulation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.alternat.invitation.ReminderHours;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a circulation runs.
 *
 * @param workers threads of this node that carry out steps; the connection pool must hold these and the web's
 * @param batch invitations that are opened in one transaction
 * @param reminders when a silent signatory is reminded
 */
@Validated
@ConfigurationProperties("alternat.circulation")
record CirculationProperties(
        @DefaultValue("8") @Min(1) @Max(64) int workers,
        @DefaultValue("50") @Min(1) @Max(500) int batch,
        @DefaultValue @NotNull @Valid Reminders reminders) {

    /**
     * @param firstAfterDays days from the invitation to the first reminder
     * @param everyDays days from one reminder to the next
     * @param atMost reminders that leave by themselves; nought switches them off
     * @param at the hour at which they leave, on the signatory's clock; by day
     */
    record Reminders(
            @DefaultValue("7") @Min(1) int firstAfterDays,
            @DefaultValue("7") @Min(1) int everyDays,
            @DefaultValue("3") @Min(0) @Max(20) int atMost,
            @DefaultValue("09:00") @NotNull LocalTime at) {

        @AssertTrue(message = "at must be between 08:00 and 19:59: nobody is reminded at night")
        boolean isByDay() {
            return !at.isBefore(ReminderHours.DAY_BEGINS) && at.isBefore(ReminderHours.NIGHT_BEGINS);
        }
    }
}
