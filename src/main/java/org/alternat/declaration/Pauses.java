package org.alternat.declaration;

import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a circulation rest: nobody can answer, no letter leaves, and no deadline passes. A consent that was given before is
 * still signed. A deadline that came meanwhile must be prolonged before the circulation goes on (decision 0024).
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Pauses {

    private static final Logger log = LoggerFactory.getLogger(Pauses.class);

    private final MoveGate gate;
    private final TurnRows turns;

    Pauses(MoveGate gate, TurnRows turns) {
        this.gate = gate;
        this.turns = turns;
    }

    public MoveOutcome pause(DeclarationId id, StaffIdentity by) {
        Declaration declaration = gate.locked(id, by);
        MoveOutcome closed = gate.circulating(declaration);
        if (closed != MoveOutcome.DONE) {
            return closed;
        }
        if (turns.isPaused(id)) {
            return MoveOutcome.PAUSED;
        }
        if (!declaration.answerableUntil().isAfter(gate.now())) {
            return MoveOutcome.BEING_COUNTED; // a pause that began now could not be ended any more
        }
        pause(id, Declarations.event(AuditEventType.CIRCULATION_PAUSED, by, Map.of()));
        return MoveOutcome.DONE;
    }

    /** Lets answers be taken again; everybody whose answer is awaited is told by letter. */
    public MoveOutcome resume(DeclarationId id, StaffIdentity by) {
        Declaration declaration = gate.locked(id, by);
        MoveOutcome closed = gate.circulating(declaration);
        if (closed != MoveOutcome.DONE) {
            return closed;
        }
        if (!turns.isPaused(id)) {
            return MoveOutcome.NOT_PAUSED;
        }
        if (!declaration.answerableUntil().isAfter(gate.now())) {
            return MoveOutcome.DEADLINE_PASSED;
        }
        turns.resume(id);
        turns.turned(id, Turn.Kind.RESUMED);
        gate.record(id, AuditEventType.CIRCULATION_RESUMED, by, Map.of());
        gate.tell(new CirculationResumed(id));
        log.info("declaration {} resumed", id);
        return MoveOutcome.DONE;
    }

    /** Pauses because somebody refused and the organisers want to be asked then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pauseAfterRefusal(DeclarationId id) {
        if (gate.locked(id).state() == DeclarationState.CIRCULATING && !turns.isPaused(id)) {
            pause(id, AuditEvent.byService(AuditEventType.CIRCULATION_PAUSED, Map.of("because", "refusal")));
        }
    }

    private void pause(DeclarationId id, AuditEvent event) {
        turns.pause(id, gate.now());
        gate.record(id, event);
        gate.tell(new CirculationPaused(id));
        log.info("declaration {} paused", id);
    }
}
