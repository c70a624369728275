package org.alternat.signing;

import java.time.Clock;
import java.util.Optional;
import org.alternat.access.SigningSession;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Delegation;
import org.alternat.declaration.DelegationOutcome;
import org.alternat.declaration.DelegationRule;
import org.alternat.declaration.Delegations;
import org.alternat.declaration.Person;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a signatory who has proved the code hands the place to somebody else of the same party instead of answering. */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class DelegationDesk {

    private final Signatories signatories;
    private final Declarations declarations;
    private final Delegations delegations;
    private final Clock clock;

    DelegationDesk(Signatories signatories, Declarations declarations, Delegations delegations, Clock clock) {
        this.signatories = signatories;
        this.declarations = declarations;
        this.delegations = delegations;
        this.clock = clock;
    }

    /** Names a delegate; decided under the lock that answers, replacements and pauses take too. */
    public DelegationOutcome ask(SigningSession session, Person delegate) {
        Signatory signatory = signatories.locked(session.signatoryId());
        return isOpen(session, signatory) ? delegations.ask(signatory, delegate) : DelegationOutcome.SHUT;
    }

    /** Whom this person has named, while an organiser must still decide. */
    @Transactional(readOnly = true)
    public Optional<Delegation> undecided(SigningSession session) {
        return delegations.undecided(signatories.get(session.signatoryId()));
    }

    /** Whether a delegation takes place at once. */
    @Transactional(readOnly = true)
    public boolean isAllowedBeforehand(SigningSession session) {
        return delegations.rule(session.declarationId()) == DelegationRule.ALLOW;
    }

    private boolean isOpen(SigningSession session, Signatory signatory) {
        Declaration declaration = declarations.get(session.declarationId());
        return signatory.version() == session.personVersion()
                && signatory.asked()
                && signatory.state().isOpen()
                && declaration.state() == DeclarationState.CIRCULATING
                && declaration.answerableUntil().isAfter(clock.instant())
                && !signatories.isPaused(declaration.id());
    }
}
