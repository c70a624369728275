package org.alternat.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.audit.AuditEventType;
import org.alternat.document.ScanType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that somebody who could not sign here has signed on paper, with a scan of it. It counts for the rule of completion
 * since the instant at which it was recorded; the field in the document stays empty, and nothing calls it electronic.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class PaperSignatures {

    private static final Logger log = LoggerFactory.getLogger(PaperSignatures.class);

    private final MoveGate gate;
    private final TurnRows turns;
    private final PaperRows rows;
    private final Effect effect;

    PaperSignatures(MoveGate gate, TurnRows turns, PaperRows rows, Effect effect) {
        this.gate = gate;
        this.turns = turns;
        this.rows = rows;
        this.effect = effect;
    }

    /**
     * Records it, in place of the answer that was awaited.
     *
     * @param scan as {@link org.alternat.document.ScanIntake} has looked at it
     * @param signedOn the day that the paper bears
     */
    public MoveOutcome record(
            DeclarationId id,
            SignatoryId signatoryId,
            byte[] scan,
            ScanType type,
            LocalDate signedOn,
            StaffIdentity by) {
        Declaration declaration = gate.locked(id, by);
        Signatory signatory = gate.signatory(declaration, signatoryId);
        MoveOutcome refusal = refusal(declaration, signatory);
        if (refusal != MoveOutcome.DONE) {
            return refusal;
        }
        PaperSignature paper = new PaperSignature(signatoryId, signedOn, gate.now(), type, Sha256.of(scan));
        rows.keep(id, paper, scan);
        gate.record(
                id,
                AuditEventType.PAPER_SIGNATURE_RECORDED,
                by,
                Map.of(
                        "signatory", signatoryId.toString(),
                        "person", Person.of(signatory).inWords(),
                        "signedOn", signedOn.toString(),
                        "scan", type.mediaType(),
                        "sha256", paper.sha256().hex()));
        if (signatory.role().binds()) {
            effect.counted(id, signatory.partyId(), paper.recordedAt());
        }
        gate.tell(new PaperSignatureRecorded(id, signatoryId));
        log.info("declaration {}: signatory {} signed on paper", id, signatoryId);
        return MoveOutcome.DONE;
    }

    @Transactional(readOnly = true)
    public List<PaperSignature> of(DeclarationId id) {
        return rows.of(id);
    }

    @Transactional(readOnly = true)
    public Optional<PaperSignature> find(Signatory signatory) {
        return rows.of(signatory.declarationId()).stream()
                .filter(one -> one.signatoryId().equals(signatory.id()))
                .findFirst();
    }

    /** The scan, byte for byte as it was brought. */
    @Transactional(readOnly = true)
    public Optional<byte[]> scan(SignatoryId id) {
        return rows.scan(id);
    }

    private MoveOutcome refusal(Declaration declaration, Signatory signatory) {
        MoveOutcome closed = gate.circulating(declaration);
        if (closed != MoveOutcome.DONE) {
            return closed;
        }
        if (!signatory.role().signs()) {
            return MoveOutcome.SIGNS_NOTHING;
        }
        if (!signatory.isNamed()) {
            return MoveOutcome.TO_BE_CONFIRMED;
        }
        if (!signatory.state().isOpen()) {
            return MoveOutcome.ALREADY_ANSWERED;
        }
        if (!signatory.asked()) {
            return MoveOutcome.NOT_ASKED_YET;
        }
        if (turns.isPaused(declaration.id())) {
            return MoveOutcome.PAUSED;
        }
        return declaration.answerableUntil().isAfter(gate.now()) ? MoveOutcome.DONE : MoveOutcome.BEING_COUNTED;
    }
}
