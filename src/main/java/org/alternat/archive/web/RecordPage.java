package org.alternat.archive.web;

import java.util.List;
import java.util.Optional;
import org.alternat.archive.Archive;
import org.alternat.archive.ArchivedDeclaration;
import org.alternat.archive.Custody;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditTrail;
import org.alternat.audit.AuditVerification;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.document.Revision;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of one archived declaration shows. */
@Component
class RecordPage {

    private final Archive archive;
    private final Declarations declarations;
    private final SignatureTable signatures;
    private final Revisions revisions;
    private final Custody custody;
    private final AuditTrail audit;

    RecordPage(
            Archive archive,
            Declarations declarations,
            SignatureTable signatures,
            Revisions revisions,
            Custody custody,
            AuditTrail audit) {
        this.archive = archive;
        this.declarations = declarations;
        this.signatures = signatures;
        this.revisions = revisions;
        this.custody = custody;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<View> of(DeclarationId id) {
        return archive.find(id).map(this::view);
    }

    private View view(ArchivedDeclaration kept) {
        return new View(
                kept,
                declarations.get(kept.id()),
                signatures.of(kept),
                revisions.list(kept.id()).stream()
                        .filter(revision -> revision.number() <= kept.documentRevision())
                        .toList(),
                audit.verify(kept.id()),
                custody.chain(kept.id()),
                custody.access(kept.id()));
    }

    /** What the template reads. */
    record View(
            ArchivedDeclaration kept,
            Declaration declaration,
            List<SignatureRow> signatures,
            List<Revision> revisions,
            AuditVerification audit,
            List<AuditEntry> chain,
            List<AuditEntry> access) {

        /** Length of the final document, in megabytes. */
        public double documentSize() {
            return megabytes(revisions.get(revisions.size() - 1).length());
        }

        /** Length of the package, in megabytes. */
        public double packageSize() {
            return megabytes(kept.packageLength());
        }

        /** Never shown as nothing. */
        private static double megabytes(long bytes) {
            return Math.max(0.1, bytes / 1_000_000.0);
        }
    }
}
