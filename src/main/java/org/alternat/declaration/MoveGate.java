package org.alternat.declaration;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What every organiser's move has in common: it looks only at declarations of that organiser, holds the declaration's row
 * until it commits, writes the audit trail and tells a fact, all in the caller's transaction.
 */
@Component
class MoveGate {

    private final DeclarationRows declarations;
    private final PartyRows parties;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    MoveGate(
            DeclarationRows declarations,
            PartyRows parties,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.declarations = declarations;
        this.parties = parties;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Locks a declaration until the caller commits, then reads it.
     *
     * @throws UnknownDeclarationException when there is none that this person organises
     */
    Declaration locked(DeclarationId id, StaffIdentity by) {
        if (!declarations.isOrganiser(id, by.staffId())) {
            throw new UnknownDeclarationException(id);
        }
        return locked(id);
    }

    /** Locks a declaration for a move of the service's own. */
    Declaration locked(DeclarationId id) {
        declarations.lock(id);
        return declarations.find(id).orElseThrow();
    }

    /**
     * Reads a signatory of a locked declaration.
     *
     * @throws UnknownDeclarationException when the declaration has no such signatory
     */
    Signatory signatory(Declaration locked, SignatoryId id) {
        return parties.signatory(id)
                .filter(signatory -> signatory.declarationId().equals(locked.id()))
                .orElseThrow(() -> new UnknownDeclarationException(id));
    }

    /** What a move answers that only a circulating declaration allows; {@code DONE} when this one circulates. */
    MoveOutcome circulating(Declaration locked) {
        return switch (locked.state()) {
            case CIRCULATING -> MoveOutcome.DONE;
            case DRAFT -> MoveOutcome.NOT_RELEASED;
            default -> MoveOutcome.ALREADY_CLOSED;
        };
    }

    void record(DeclarationId id, AuditEventType type, StaffIdentity by, Map<String, String> details) {
        audit.append(id, Declarations.event(type, by, details));
    }

    void record(DeclarationId id, AuditEvent event) {
        audit.append(id, event);
    }

    void tell(Record fact) {
        facts.publishEvent(fact);
    }

    Instant now() {
        return clock.instant();
    }
}
