package org.alternat.circulation;

import org.alternat.declaration.DeadlineProlonged;
import org.alternat.declaration.DeclarationReleased;
import org.alternat.declaration.DeclarationWithdrawn;
import org.alternat.declaration.PersonReplaced;
import org.alternat.declaration.ReminderRequested;
import org.alternat.signing.ConsentGiven;
import org.alternat.signing.HeadFreed;
import org.alternat.signing.SignatureConfirmed;
import org.alternat.signing.SignatureRefused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears what the features below have to tell, in their own transaction: the fact and the step that follows from it are
 * committed together or not at all.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CirculationFacts {

    private final Circulations circulations;

    CirculationFacts(Circulations circulations) {
        this.circulations = circulations;
    }

    @EventListener
    void on(DeclarationReleased fact) {
        circulations.start(fact.declarationId());
    }

    @EventListener
    void on(DeclarationWithdrawn fact) {
        circulations.withdraw(fact.declarationId());
    }

    @EventListener
    void on(ReminderRequested fact) {
        circulations.reminderRequested(fact.declarationId(), fact.signatoryId());
    }

    @EventListener
    void on(PersonReplaced fact) {
        circulations.personReplaced(fact.declarationId(), fact.signatoryId());
    }

    @EventListener
    void on(DeadlineProlonged fact) {
        if (fact.reopened()) {
            circulations.start(fact.declarationId());
        } else {
            circulations.deadlineProlonged(fact.declarationId());
        }
    }

    @EventListener
    void on(ConsentGiven fact) {
        circulations.consentGiven(fact.declarationId(), fact.signatoryId());
    }

    @EventListener
    void on(SignatureConfirmed fact) {
        circulations.signatureConfirmed(fact.declarationId(), fact.signatoryId());
    }

    @EventListener
    void on(SignatureRefused fact) {
        circulations.signatureRefused(fact.declarationId(), fact.signatoryId());
    }

    @EventListener
    void on(HeadFreed fact) {
        circulations.headFreed(fact.declarationId());
    }
}
