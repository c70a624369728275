package org.alternat.archive;

import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where archived things are handed out. Whoever takes a package away stands in the audit trail. */
@Service
public class PackageDesk {

    private static final Logger log = LoggerFactory.getLogger(PackageDesk.class);

    private final ArchiveRows rows;
    private final Revisions revisions;
    private final AuditTrail audit;

    PackageDesk(ArchiveRows rows, Revisions revisions, AuditTrail audit) {
        this.rows = rows;
        this.revisions = revisions;
        this.audit = audit;
    }

    /**
     * Hands out the package and writes down to whom.
     *
     * @param actor who takes it, as the trail names people
     * @throws NotArchivedException when nothing of this id is archived
     */
    @Transactional
    public ArchivalPackage retrieve(DeclarationId id, String actor) {
        ArchivedDeclaration kept = rows.find(id).orElseThrow(() -> new NotArchivedException(id));
        byte[] zip = rows.content(id).orElseThrow(() -> new NotArchivedException(id));
        audit.append(
                id,
                new AuditEvent(
                        AuditEventType.PACKAGE_RETRIEVED,
                        actor,
                        Map.of(Archive.PACKAGE_DIGEST, kept.packageSha256().hex())));
        log.info("package of declaration {} retrieved by {}", id, actor);
        return new ArchivalPackage(kept.packageName(), zip);
    }

    /**
     * Hands out the sealed document, as it was archived, and writes down to whom.
     *
     * @param actor who reads it, as the trail names people
     * @throws NotArchivedException when nothing of this id is archived
     */
    @Transactional
    public PdfBytes document(DeclarationId id, String actor) {
        ArchivedDeclaration kept = rows.find(id).orElseThrow(() -> new NotArchivedException(id));
        audit.append(
                id,
                new AuditEvent(
                        AuditEventType.DOCUMENT_RETRIEVED,
                        actor,
                        Map.of(Archive.DOCUMENT_DIGEST, kept.documentSha256().hex())));
        log.info("document of declaration {} retrieved by {}", id, actor);
        return revisions.read(id, kept.documentRevision());
    }
}
