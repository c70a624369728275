package org.alternat.archive;

import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.document.Revisions;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads every byte that is kept of a declaration and compares its digests with those that the audit trail has named since the
 * day of archiving: a row beside the bytes could be changed together with them.
 */
@Service
public class FixityChecks {

    private static final Logger log = LoggerFactory.getLogger(FixityChecks.class);

    private final ArchiveRows rows;
    private final Revisions revisions;
    private final AuditTrail audit;
    private final TrustAnchors anchors;

    FixityChecks(ArchiveRows rows, Revisions revisions, AuditTrail audit, TrustAnchors anchors) {
        this.rows = rows;
        this.revisions = revisions;
        this.audit = audit;
        this.anchors = anchors;
    }

    /**
     * Checks one and writes the result into the audit trail.
     *
     * @param actor who asked, as the trail names people
     * @throws NotArchivedException when nothing of this id is archived
     */
    @Transactional
    public Fixity check(DeclarationId id, String actor) {
        Fixity found = compare(id);
        audit.append(
                id,
                new AuditEvent(
                        AuditEventType.FIXITY_CHECKED,
                        actor,
                        Map.of(
                                "intact",
                                Boolean.toString(found.intact()),
                                Archive.PACKAGE_DIGEST,
                                found.packageFound().hex(),
                                Archive.DOCUMENT_DIGEST,
                                found.documentFound().hex())));
        if (found.intact()) {
            log.info("declaration {} is whole", id);
        } else {
            log.error("declaration {} is not what was archived", id);
        }
        return found;
    }

    private Fixity compare(DeclarationId id) {
        ArchivedDeclaration kept = rows.find(id).orElseThrow(() -> new NotArchivedException(id));
        Map<String, String> stated = audit.entries(id).stream()
                .map(entry -> entry.event())
                .filter(event -> event.type() == AuditEventType.DECLARATION_ARCHIVED)
                .findFirst()
                .map(AuditEvent::details)
                .orElse(Map.of());
        byte[] zip = rows.content(id).orElseThrow(() -> new NotArchivedException(id));
        PdfBytes document = revisions.read(id, kept.documentRevision());
        return new Fixity(
                stated(stated, Archive.PACKAGE_DIGEST, kept.packageSha256()),
                Sha256.of(zip),
                stated(stated, Archive.DOCUMENT_DIGEST, kept.documentSha256()),
                document.sha256(),
                signaturesHold(document),
                !stated.isEmpty() && audit.verify(id).intact());
    }

    private boolean signaturesHold(PdfBytes document) {
        try {
            return new SignatureVerifier(anchors).verify(document).valid();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Without the trail's entry the trail is not intact, and the row's digest is all there is to show. */
    private static Sha256 stated(Map<String, String> details, String key, Sha256 otherwise) {
        String hex = details.get(key);
        return hex == null ? otherwise : new Sha256(hex);
    }
}
