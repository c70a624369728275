package org.alternat.declaration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.alternat.audit.AuditEventType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives more time. A deadline only ever moves to a later instant: people plan by it. Those who had let it pass may answer
 * after all; a circulation that had ended incomplete begins again with them (decision 0023).
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Prolongations {

    private static final Logger log = LoggerFactory.getLogger(Prolongations.class);

    private final MoveGate gate;
    private final TurnRows turns;
    private final PartyRows parties;

    Prolongations(MoveGate gate, TurnRows turns, PartyRows parties) {
        this.gate = gate;
        this.turns = turns;
        this.parties = parties;
    }

    /** Moves the deadline of everybody who has not answered to {@code until}. */
    public MoveOutcome prolong(DeclarationId id, Instant until, StaffIdentity by) {
        Declaration declaration = gate.locked(id, by);
        List<Signatory> all = parties.signatories(id);
        MoveOutcome refusal = refusal(declaration, all, until.truncatedTo(ChronoUnit.MICROS));
        if (refusal != MoveOutcome.DONE) {
            return refusal;
        }
        boolean reopened = declaration.state() == DeclarationState.INCOMPLETE;
        turns.prolong(id, until);
        turns.reopenExpired(id, reopened);
        gate.record(
                id,
                AuditEventType.DEADLINE_PROLONGED,
                by,
                Map.of(
                        "from", declaration.deadline().toString(),
                        "until", until.truncatedTo(ChronoUnit.MICROS).toString(),
                        "reopened", Long.toString(count(all, SignatoryState.EXPIRED))));
        gate.tell(new DeadlineProlonged(id, reopened));
        log.info("declaration {}: deadline prolonged", id);
        return MoveOutcome.DONE;
    }

    private MoveOutcome refusal(Declaration declaration, List<Signatory> all, Instant until) {
        boolean incomplete = declaration.state() == DeclarationState.INCOMPLETE;
        MoveOutcome closed = incomplete ? MoveOutcome.DONE : gate.circulating(declaration);
        if (closed != MoveOutcome.DONE) {
            return closed;
        }
        if (!until.isAfter(gate.now()) || !until.isAfter(declaration.deadline())) {
            return MoveOutcome.NOT_LATER;
        }
        boolean anybody = all.stream().anyMatch(one -> one.state().isOpen() || one.state() == SignatoryState.EXPIRED);
        if (!anybody) {
            return MoveOutcome.NOBODY_LEFT;
        }
        // An expired invitation whose process has not ended yet cannot be opened again; a moment later it can.
        return incomplete || !turns.isBeingCounted(declaration.id()) ? MoveOutcome.DONE : MoveOutcome.BEING_COUNTED;
    }

    private static long count(List<Signatory> all, SignatoryState state) {
        return all.stream().filter(one -> one.state() == state).count();
    }
}
