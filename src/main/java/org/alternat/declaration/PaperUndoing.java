package org.alternat.declaration;

import java.util.Map;
import org.alternat.audit.AuditEventType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back a signature on paper that was recorded by mistake, as long as somebody else is still awaited: the person is asked
 * again, what rested on the signature is reckoned anew, and the audit trail keeps both acts. Once the last answer is in, the
 * document is on its way to the seal, and what is wrong is put right by an instrument of rectification.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class PaperUndoing {

    private static final Logger log = LoggerFactory.getLogger(PaperUndoing.class);

    private final MoveGate gate;
    private final TurnRows turns;
    private final PaperRows rows;
    private final Effect effect;

    PaperUndoing(MoveGate gate, TurnRows turns, PaperRows rows, Effect effect) {
        this.gate = gate;
        this.turns = turns;
        this.rows = rows;
        this.effect = effect;
    }

    /** Undoes it; the reason stands in the audit trail and in no letter. */
    public MoveOutcome undo(DeclarationId id, SignatoryId signatoryId, String reason, StaffIdentity by) {
        Declaration declaration = gate.locked(id, by);
        Signatory signatory = gate.signatory(declaration, signatoryId);
        MoveOutcome refusal = refusal(declaration, signatory, reason.strip());
        if (refusal != MoveOutcome.DONE) {
            return refusal;
        }
        PaperSignature paper = rows.of(id).stream()
                .filter(one -> one.signatoryId().equals(signatoryId))
                .findFirst()
                .orElseThrow();
        rows.undo(signatory, gate.now());
        gate.record(
                id,
                AuditEventType.PAPER_SIGNATURE_UNDONE,
                by,
                Map.of(
                        "signatory", signatoryId.toString(),
                        "person", Person.of(signatory).inWords(),
                        "signedOn", paper.signedOn().toString(),
                        "sha256", paper.sha256().hex(),
                        "reason", reason.strip()));
        if (signatory.role().binds()) {
            effect.uncounted(declaration, signatory.partyId());
        }
        gate.tell(new PaperSignatureUndone(id, signatoryId));
        log.info("declaration {}: signature on paper of signatory {} undone", id, signatoryId);
        return MoveOutcome.DONE;
    }

    private MoveOutcome refusal(Declaration declaration, Signatory signatory, String reason) {
        MoveOutcome closed = gate.circulating(declaration);
        if (closed != MoveOutcome.DONE) {
            return closed;
        }
        if (signatory.state() != SignatoryState.SIGNED_ON_PAPER) {
            return MoveOutcome.NOT_ON_PAPER;
        }
        if (reason.isEmpty() || reason.length() > Declarations.MAX_REASON) {
            return reason.isEmpty() ? MoveOutcome.WITHOUT_REASON : MoveOutcome.REASON_TOO_LONG;
        }
        if (turns.isAwaited(signatory.id()) || !turns.isAnybodyAwaited(declaration.id())) {
            return MoveOutcome.IN_TRANSIT;
        }
        boolean paused = turns.isPaused(declaration.id());
        if (!paused && !declaration.answerableUntil().isAfter(gate.now())) {
            return MoveOutcome.BEING_COUNTED;
        }
        // Who is asked after the deadline is asked because the rule was met; without it there would be no time to
        // answer.
        boolean late = !declaration.deadline().isAfter(gate.now());
        return late && signatory.role().binds() && effect.endsWithout(declaration, signatory.partyId())
                ? MoveOutcome.DEADLINE_PASSED
                : MoveOutcome.DONE;
    }
}
