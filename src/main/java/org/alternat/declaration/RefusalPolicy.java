package org.alternat.declaration;

import java.util.Map;
import org.alternat.audit.AuditEventType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the organisers have chosen to happen after a refusal, and how it happens. */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class RefusalPolicy {

    private final MoveGate gate;
    private final TurnRows turns;
    private final Pauses pauses;
    private final EarlyClosing closing;

    RefusalPolicy(MoveGate gate, TurnRows turns, Pauses pauses, EarlyClosing closing) {
        this.gate = gate;
        this.turns = turns;
        this.pauses = pauses;
        this.closing = closing;
    }

    /** Chooses; from the draft until the circulation is over. */
    public MoveOutcome choose(DeclarationId id, AfterRefusal chosen, StaffIdentity by) {
        Declaration declaration = gate.locked(id, by);
        if (declaration.state() != DeclarationState.DRAFT && declaration.state() != DeclarationState.CIRCULATING) {
            return MoveOutcome.ALREADY_CLOSED;
        }
        turns.afterRefusal(id, chosen);
        gate.record(id, AuditEventType.REFUSAL_POLICY_CHOSEN, by, Map.of("afterRefusal", chosen.name()));
        return MoveOutcome.DONE;
    }

    @Transactional(readOnly = true)
    public AfterRefusal of(DeclarationId id) {
        return turns.afterRefusal(id);
    }

    /** Somebody has refused. Does what was chosen, and once: a circulation that is closed or paused already stays so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(DeclarationId id) {
        switch (turns.afterRefusal(id)) {
            case STOP -> closing.closeAfterRefusal(id);
            case ASK -> pauses.pauseAfterRefusal(id);
            case CONTINUE -> {}
        }
    }
}
