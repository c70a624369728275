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
 * Ends a circulation before its deadline without withdrawing it: the deadline becomes now, rounds that have not begun never
 * begin, and the rule of completion says whether what is signed is in effect.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class EarlyClosing {

    private static final Logger log = LoggerFactory.getLogger(EarlyClosing.class);

    private final MoveGate gate;
    private final TurnRows turns;

    EarlyClosing(MoveGate gate, TurnRows turns) {
        this.gate = gate;
        this.turns = turns;
    }

    public MoveOutcome close(DeclarationId id, StaffIdentity by) {
        Declaration declaration = gate.locked(id, by);
        MoveOutcome closed = gate.circulating(declaration);
        if (closed != MoveOutcome.DONE) {
            return closed;
        }
        if (!declaration.answerableUntil().isAfter(gate.now()) && !turns.isPaused(id)) {
            return MoveOutcome.BEING_COUNTED;
        }
        close(declaration, Declarations.event(AuditEventType.CIRCULATION_CLOSED_EARLY, by, planned(declaration)));
        return MoveOutcome.DONE;
    }

    /** Closes because somebody refused and the organisers have chosen to stop then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closeAfterRefusal(DeclarationId id) {
        Declaration declaration = gate.locked(id);
        if (declaration.state() == DeclarationState.CIRCULATING
                && declaration.answerableUntil().isAfter(gate.now())) {
            close(
                    declaration,
                    AuditEvent.byService(
                            AuditEventType.CIRCULATION_CLOSED_EARLY,
                            Map.of(
                                    "because",
                                    "refusal",
                                    "deadline",
                                    declaration.deadline().toString())));
        }
    }

    private void close(Declaration declaration, AuditEvent event) {
        DeclarationId id = declaration.id();
        turns.close(id, gate.now());
        gate.record(id, event);
        gate.tell(new CirculationClosedEarly(id));
        log.info("declaration {} closed early", id);
    }

    private static Map<String, String> planned(Declaration declaration) {
        return Map.of("deadline", declaration.deadline().toString());
    }
}
