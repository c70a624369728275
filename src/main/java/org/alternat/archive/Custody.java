package org.alternat.archive;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the audit trail tells of a document's keeping: through whose hands it went, and who has had it since. */
@Component
@Transactional(readOnly = true)
public class Custody {

    private static final Set<AuditEventType> CHAIN = EnumSet.of(
            AuditEventType.DECLARATION_RELEASED,
            AuditEventType.DOCUMENT_PREPARED,
            AuditEventType.DOCUMENT_CERTIFIED,
            AuditEventType.DECLARATION_EFFECTIVE,
            AuditEventType.DOCUMENT_SEALED,
            AuditEventType.SEALED_DOCUMENT_CHECKED,
            AuditEventType.DECLARATION_ARCHIVED,
            AuditEventType.ARCHIVE_TIMESTAMP_RENEWED);

    private static final Set<AuditEventType> ACCESS = EnumSet.of(
            AuditEventType.DOCUMENT_RETRIEVED, AuditEventType.PACKAGE_RETRIEVED, AuditEventType.FIXITY_CHECKED);

    private final AuditTrail audit;

    Custody(AuditTrail audit) {
        this.audit = audit;
    }

    /** From the frozen text to the archive, and every renewal since, the first one first. */
    public List<AuditEntry> chain(DeclarationId id) {
        return only(CHAIN, id);
    }

    /** Who took or checked something, the last one first. */
    public List<AuditEntry> access(DeclarationId id) {
        List<AuditEntry> all = new java.util.ArrayList<>(only(ACCESS, id));
        java.util.Collections.reverse(all);
        return List.copyOf(all);
    }

    private List<AuditEntry> only(Set<AuditEventType> types, DeclarationId id) {
        return audit.entries(id).stream()
                .filter(entry -> types.contains(entry.event().type()))
                .toList();
    }
}
