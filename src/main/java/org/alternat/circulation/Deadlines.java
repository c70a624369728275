package org.alternat.circulation;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.springframework.stereotype.Service;

/** What becomes of an invitation that nobody has answered in time. */
@Service
class Deadlines {

    private final Declarations declarations;
    private final Signatories signatories;
    private final AuditTrail audit;
    private final Clock clock;

    Deadlines(Declarations declarations, Signatories signatories, AuditTrail audit, Clock clock) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.audit = audit;
        this.clock = clock;
    }

    Instant of(DeclarationId id) {
        return declarations.get(id).answerableUntil();
    }

    /**
     * Ends an invitation by its deadline. Once: the second time, and after an answer, there is nothing to tell.
     *
     * @return false when the deadline was moved meanwhile, or the declaration stays open until its closing date: the answer is
     *     still awaited
     */
    boolean passed(DeclarationId id, SignatoryId signatoryId) {
        if (signatories.expired(signatoryId, clock.instant())) {
            audit.append(
                    id,
                    AuditEvent.byService(
                            AuditEventType.INVITATION_EXPIRED, Map.of("signatory", signatoryId.toString())));
        }
        return !signatories.get(signatoryId).state().isOpen()
                || declarations.get(id).state() != DeclarationState.CIRCULATING;
    }
}
