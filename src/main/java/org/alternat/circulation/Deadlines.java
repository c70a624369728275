package org.alternat.circulation;

import java.time.Clock;
import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Signatories;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.springframework.stereotype.Service;

/** What becomes of an invitation that nobody has answered in time. */
@Service
class Deadlines {

    private final Signatories signatories;
    private final AuditTrail audit;
    private final Clock clock;

    Deadlines(Signatories signatories, AuditTrail audit, Clock clock) {
        this.signatories = signatories;
        this.audit = audit;
        this.clock = clock;
    }

    /** Once: the second time, and after an answer, there is nothing to tell. */
    void passed(DeclarationId id, SignatoryId signatoryId) {
        if (signatories.expired(signatoryId, clock.instant())) {
            audit.append(
                    id,
                    AuditEvent.byService(
                            AuditEventType.INVITATION_EXPIRED, Map.of("signatory", signatoryId.toString())));
        }
    }
}
