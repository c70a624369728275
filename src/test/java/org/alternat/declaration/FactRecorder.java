package org.alternat.declaration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;

/** Keeps the facts that the services told, in order. */
class FactRecorder {

    final AtomicInteger collisions = new AtomicInteger();
    final List<Record> facts = new CopyOnWriteArrayList<>();

    @EventListener
    void on(DeclarationReleased fact) {
        facts.add(fact);
    }

    @EventListener
    void on(DeclarationWithdrawn fact) {
        facts.add(fact);
    }

    @EventListener
    void on(PaperSignatureUndone fact) {
        facts.add(fact);
    }

    @EventListener
    void on(PersonReplaced fact) {
        facts.add(fact);
    }

    @EventListener
    void on(DeclarationSuperseded fact) {
        facts.add(fact);
    }

    @EventListener
    void on(PaperSignatureRecorded fact) {
        facts.add(fact);
    }

    @EventListener
    void on(DelegationAsked fact) {
        facts.add(fact);
    }

    @EventListener
    void on(DelegationDecided fact) {
        facts.add(fact);
    }

    @EventListener
    void on(DeadlineProlonged fact) {
        facts.add(fact);
    }

    @EventListener
    void on(CirculationPaused fact) {
        facts.add(fact);
    }

    @EventListener
    void on(CirculationResumed fact) {
        facts.add(fact);
    }

    @EventListener
    void on(CirculationClosedEarly fact) {
        facts.add(fact);
    }

    @EventListener
    void on(ReminderRequested fact) {
        if (collisions.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new OptimisticLockingFailureException("somebody else was faster");
        }
        facts.add(fact);
    }
}
