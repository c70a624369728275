package org.alternat.sealing;

import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which sealed files were disputed: a line in the audit trail that stays although the check that wrote it came to nothing. */
@Component
class SealDisputes {

    private static final String FILE = "sha256";

    private final AuditTrail audit;

    SealDisputes(AuditTrail audit) {
        this.audit = audit;
    }

    /** In a transaction of its own; the caller's must not have written to the trail. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(DeclarationId id, Sha256 file) {
        audit.append(id, AuditEvent.byService(AuditEventType.SEALED_DOCUMENT_DISPUTED, Map.of(FILE, file.hex())));
    }

    @Transactional(readOnly = true)
    public boolean areAbout(DeclarationId id, Sha256 file) {
        return audit.entries(id).stream()
                .anyMatch(entry -> entry.event().type() == AuditEventType.SEALED_DOCUMENT_DISPUTED
                        && file.hex().equals(entry.event().details().get(FILE)));
    }
}
