package org.alternat.circulation;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.invitation.ReminderHours;
import org.alternat.shared.SignatoryId;
import org.springframework.stereotype.Component;

/**
 * Whether a signatory can be written to, and when a silent one is reminded. The diagram asks it by name, so the names and parameters of its public methods stay
 * as long as an invitation lives (and the class is public: expressions reach no other). Days are counted on the signatory's
 * calendar, from the letter that left last, whoever asked for it.
 */
@Component
public class ReminderSchedule {

    private final CirculationProperties.Reminders rule;
    private final Declarations declarations;
    private final Signatories signatories;
    private final ReminderHours hours;
    private final Clock clock;

    ReminderSchedule(
            CirculationProperties properties,
            Declarations declarations,
            Signatories signatories,
            ReminderHours hours,
            Clock clock) {
        this.rule = properties.reminders();
        this.declarations = declarations;
        this.signatories = signatories;
        this.hours = hours;
        this.clock = clock;
    }

    /** Whether anybody holds the place: nothing leaves while the person is still to be confirmed. */
    public boolean someoneToWriteTo(String signatoryId) {
        return signatories.get(SignatoryId.parse(signatoryId)).isNamed();
    }

    /** Whether one more reminder may leave by itself: the cap is not reached and it would leave before the deadline. */
    public boolean another(String signatoryId, int sent, Date lastLetter) {
        SignatoryId id = SignatoryId.parse(signatoryId);
        Instant deadline = declarations.get(signatories.get(id).declarationId()).deadline();
        return sent < rule.atMost() && due(id, sent, lastLetter).isBefore(deadline);
    }

    /** The instant of the next reminder. */
    public Date next(String signatoryId, int sent, Date lastLetter) {
        return Date.from(due(SignatoryId.parse(signatoryId), sent, lastLetter));
    }

    /** The instant of a reminder that an organiser has just asked for: now, unless it is night or a holiday over there. */
    public Date asked(String signatoryId) {
        return Date.from(hours.asked(SignatoryId.parse(signatoryId), clock.instant()));
    }

    /** Whether the reminder that was due may still leave now: it may have been late, or another one was asked for meanwhile. */
    boolean isDue(SignatoryId id, int sent, Date lastLetter) {
        return another(id.toString(), sent, lastLetter)
                && !due(id, sent, lastLetter).isAfter(clock.instant());
    }

    boolean mayLeaveNow(SignatoryId id) {
        return hours.isOpen(id, clock.instant());
    }

    private Instant due(SignatoryId id, int sent, Date lastLetter) {
        int days = sent == 0 ? rule.firstAfterDays() : rule.everyDays();
        return hours.next(id, lastLetter.toInstant(), days, rule.at(), clock.instant());
    }
}
