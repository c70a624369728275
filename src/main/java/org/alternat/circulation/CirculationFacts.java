package org.alternat.circulation;

import java.time.Clock;
import org.alternat.access.FreshLinkRequested;
import org.alternat.declaration.CirculationClosedEarly;
import org.alternat.declaration.CirculationPaused;
import org.alternat.declaration.CirculationResumed;
import org.alternat.declaration.DeadlineProlonged;
import org.alternat.declaration.DeclarationReleased;
import org.alternat.declaration.DeclarationSuperseded;
import org.alternat.declaration.DeclarationWithdrawn;
import org.alternat.declaration.DelegationAsked;
import org.alternat.declaration.DelegationDecided;
import org.alternat.declaration.PaperSignatureRecorded;
import org.alternat.declaration.PaperSignatureUndone;
import org.alternat.declaration.PersonReplaced;
import org.alternat.declaration.ReminderRequested;
import org.alternat.signing.ChangeRequested;
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
    private final Invitations invitations;
    private final LetterDeliveries letters;
    private final Clock clock;

    CirculationFacts(Circulations circulations, Invitations invitations, LetterDeliveries letters, Clock clock) {
        this.circulations = circulations;
        this.invitations = invitations;
        this.letters = letters;
        this.clock = clock;
    }

    @EventListener
    void on(DeclarationReleased fact) {
        circulations.start(fact.declarationId());
    }

    @EventListener
    void on(DeclarationWithdrawn fact) {
        circulations.withdraw(fact.declarationId());
    }

    /** The way of a withdrawal; the letters tell the difference. */
    @EventListener
    void on(DeclarationSuperseded fact) {
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
    void on(CirculationPaused fact) {
        circulations.paused(fact.declarationId());
    }

    @EventListener
    void on(CirculationResumed fact) {
        circulations.resumed(fact.declarationId());
    }

    @EventListener
    void on(CirculationClosedEarly fact) {
        circulations.closedEarly(fact.declarationId());
    }

    @EventListener
    void on(FreshLinkRequested fact) {
        circulations.freshLinkRequested(fact.link(), clock.instant());
    }

    @EventListener
    void on(ChangeRequested fact) {
        letters.changeNotices(fact.declarationId(), fact.signatoryId(), fact.number());
    }

    @EventListener
    void on(PaperSignatureRecorded fact) {
        circulations.paperSignatureRecorded(fact.declarationId(), fact.signatoryId());
    }

    @EventListener
    void on(PaperSignatureUndone fact) {
        invitations.reopen(fact.declarationId(), fact.signatoryId());
    }

    @EventListener
    void on(DelegationAsked fact) {
        letters.delegationNotices(fact.declarationId(), fact.signatoryId(), fact.number());
    }

    @EventListener
    void on(DelegationDecided fact) {
        letters.delegationAnswer(fact.declarationId(), fact.signatoryId(), fact.number());
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
