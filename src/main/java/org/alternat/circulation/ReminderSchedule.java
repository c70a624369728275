package org.alternat.circulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.shared.DeclarationId;
import org.springframework.stereotype.Component;

/**
 * When a silent signatory is reminded. The diagram asks it by name, so the names and parameters of its public methods stay
 * as long as an invitation lives (and the class is public: expressions reach no other). Days are counted on the declaration's calendar, so a change to summer time moves nothing.
 */
@Component
public class ReminderSchedule {

    private final CirculationProperties.Reminders rule;
    private final Declarations declarations;
    private final Clock clock;

    ReminderSchedule(CirculationProperties properties, Declarations declarations, Clock clock) {
        this.rule = properties.reminders();
        this.declarations = declarations;
        this.clock = clock;
    }

    /** Whether one more reminder may leave by itself: the cap is not reached and it would leave before the deadline. */
    public boolean another(String declarationId, int sent) {
        if (sent >= rule.atMost()) {
            return false;
        }
        Declaration declaration = declarations.get(DeclarationId.parse(declarationId));
        return due(declaration, sent).isBefore(declaration.deadline());
    }

    /** The instant of the next reminder, counted from now: from the letter that has just left. */
    public Date next(String declarationId, int sent) {
        return Date.from(due(declarations.get(DeclarationId.parse(declarationId)), sent));
    }

    private Instant due(Declaration declaration, int sent) {
        ZonedDateTime now = clock.instant().atZone(declaration.zone());
        return now.toLocalDate()
                .plusDays(sent == 0 ? rule.firstAfterDays() : rule.everyDays())
                .atTime(rule.at())
                .atZone(declaration.zone())
                .toInstant();
    }
}
