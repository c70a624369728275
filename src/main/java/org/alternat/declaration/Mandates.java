package org.alternat.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.audit.AuditEventType;
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
 * Keeps on what the authority of a signatory rests (full powers: Vienna Convention on the Law of Treaties, article 7), who has
 * looked at it, and the document. It belongs to a person: whoever takes the place has none yet. Nobody is kept from signing
 * without one; the closing report names those who did.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Mandates {

    private static final Logger log = LoggerFactory.getLogger(Mandates.class);

    private final MoveGate gate;
    private final MandateRows rows;

    Mandates(MoveGate gate, MandateRows rows) {
        this.gate = gate;
        this.rows = rows;
    }

    /**
     * Records it, while the declaration circulates, before or after the person has answered. Recorded again, the later one
     * counts; the trail tells of both.
     *
     * @param document as {@link org.alternat.document.ScanIntake} has looked at it; empty without one
     */
    public MoveOutcome record(
            DeclarationId id, SignatoryId signatoryId, NewMandate given, byte[] document, StaffIdentity by) {
        Declaration declaration = gate.locked(id, by);
        Signatory signatory = gate.signatory(declaration, signatoryId);
        MoveOutcome closed = gate.circulating(declaration);
        if (closed != MoveOutcome.DONE || !signatory.role().binds()) {
            return closed != MoveOutcome.DONE ? closed : MoveOutcome.SIGNS_NOTHING;
        }
        if (!signatory.isNamed()) {
            return MoveOutcome.TO_BE_CONFIRMED;
        }
        Mandate mandate = new Mandate(
                signatoryId,
                given.ground(),
                given.statement(),
                given.checkedBy(),
                gate.now(),
                given.type(),
                given.type() == null ? null : Sha256.of(document));
        rows.keep(signatory, mandate, document);
        gate.record(id, AuditEventType.MANDATE_RECORDED, by, told(signatory, mandate));
        log.info("declaration {}: mandate of signatory {} recorded", id, signatoryId);
        return MoveOutcome.DONE;
    }

    private static Map<String, String> told(Signatory signatory, Mandate mandate) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("signatory", signatory.id().toString());
        details.put("person", Person.of(signatory).inWords());
        details.put("ground", mandate.ground().name());
        details.put("statement", mandate.statement());
        details.put("checkedBy", mandate.checkedBy());
        if (mandate.sha256() != null) {
            details.put("sha256", mandate.sha256().hex());
        }
        return details;
    }

    /** Those of whoever holds a place now. */
    @Transactional(readOnly = true)
    public List<Mandate> of(DeclarationId id) {
        return rows.of(id);
    }

    @Transactional(readOnly = true)
    public Optional<Mandate> find(Signatory signatory) {
        return rows.of(signatory.declarationId()).stream()
                .filter(one -> one.signatoryId().equals(signatory.id()))
                .findFirst();
    }

    /** The document, byte for byte as it was brought. */
    @Transactional(readOnly = true)
    public Optional<byte[]> document(SignatoryId id) {
        return rows.document(id);
    }
}
