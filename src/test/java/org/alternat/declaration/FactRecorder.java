package org.alternat.declaration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** Keeps the facts that the services told, in order. */
class FactRecorder {

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
    void on(ReminderRequested fact) {
        facts.add(fact);
    }
}
