package org.alternat.circulation;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.alternat.declaration.Unfinished;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every few minutes for what stands still though nobody is to be waited for, and has it driven on: a step whose job is
 * lost, a circulation or a consent whose process is lost. A step that has been given up is an organiser's and is left alone.
 */
@Component
class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    /** A consent becomes a signature within seconds; one that is older and has no step has lost it. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Unfinished unfinished;
    private final LostSteps lost;
    private final Clock clock;

    Sweep(Unfinished unfinished, LostSteps lost, Clock clock) {
        this.unfinished = unfinished;
        this.lost = lost;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void regularly() {
        int found = sweep();
        if (found > 0) {
            LOG.warn("{} steps that had been lost were made anew", found);
        }
    }

    /** Returns how many things were driven on. */
    int sweep() {
        int found = 0;
        for (String execution : lost.withoutJob()) {
            found += drivenOn("a step", () -> lost.makeAnew(execution));
        }
        for (DeclarationId id : unfinished.declarations()) {
            found += drivenOn("declaration " + id, () -> lost.resume(id));
        }
        for (SignatoryId id : unfinished.consents(clock.instant().minus(PATIENCE))) {
            found += drivenOn("the consent of signatory " + id, () -> lost.resume(id));
        }
        return found;
    }

    /** One that cannot be driven on, because another node does so at this moment for instance, holds up none of the others. */
    private static int drivenOn(String what, BooleanSupplier drive) {
        try {
            return drive.getAsBoolean() ? 1 : 0;
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be driven on now: {}", what, e.getClass().getSimpleName());
            return 0;
        }
    }
}
