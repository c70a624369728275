package org.alternat.circulation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.alternat.declaration.Unfinished;
import org.alternat.mail.LetterState;
import org.alternat.mail.Letters;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** What an operator watches, as numbers without a name or an address. Each is counted when somebody asks. */
@Component
class Figures implements MeterBinder {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Unfinished unfinished;
    private final Letters letters;
    private final Clock clock;

    Figures(RuntimeService runtime, ManagementService management, Unfinished unfinished, Letters letters, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.unfinished = unfinished;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "consents.waiting",
                "Consents whose signature does not stand yet",
                f -> unfinished.countConsents());
        gauge(registry, "seals.waiting", "Declarations that only wait for their seal", f -> unfinished.countUnsealed());
        gauge(registry, "archives.waiting", "Sealed, not archived yet", f -> unfinished.countUnarchived());
        gauge(registry, "letters.failed", "Letters that are tried again", f -> letters.count(LetterState.FAILED));
        gauge(
                registry,
                "letters.refused",
                "Letters to addresses that do not work",
                f -> letters.count(LetterState.REFUSED));
        gauge(
                registry,
                "letters.last.sent.age.seconds",
                "Since a letter was taken; -1: none yet",
                f -> age(letters.lastSent()));
        gauge(registry, "steps.due", "Steps that could be carried out now", f -> management
                .createJobQuery()
                .executable()
                .count());
        gauge(
                registry,
                "steps.oldest.due.age.seconds",
                "How late the oldest of them is; -1: none",
                f -> age(oldestDue()));
        gauge(registry, "steps.given.up", "Steps that wait for an organiser", f -> runtime.createIncidentQuery()
                .count());
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Figures> value) {
        Gauge.builder("alternat." + name, this, value).description(description).register(registry);
    }

    private Optional<Instant> oldestDue() {
        List<Job> oldest = management
                .createJobQuery()
                .executable()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
        return oldest.stream().map(Job::getDuedate).map(Date::toInstant).findFirst();
    }

    private double age(Optional<Instant> since) {
        return since.map(instant ->
                        (double) Duration.between(instant, clock.instant()).toSeconds())
                .orElse(-1.0);
    }
}
