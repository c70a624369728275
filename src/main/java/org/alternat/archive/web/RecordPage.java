package org.alternat.archive.web;

import java.util.List;
import java.util.Optional;
import org.alternat.archive.Archive;
import org.alternat.archive.ArchivedDeclaration;
import org.alternat.audit.AuditTrail;
import org.alternat.audit.AuditVerification;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.document.Revision;
import org.alternat.document.Revisions;
import org.alternat.judge.Judgement;
import org.alternat.judge.Judgements;
import org.alternat.shared.DeclarationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of one archived declaration shows. */
@Component
class RecordPage {

    private final Archive archive;
    private final Declarations declarations;
    private final Signatories signatories;
    private final Revisions revisions;
    private final Judgements judgements;
    private final AuditTrail audit;

    RecordPage(
            Archive archive,
            Declarations declarations,
            Signatories signatories,
            Revisions revisions,
            Judgements judgements,
            AuditTrail audit) {
        this.archive = archive;
        this.declarations = declarations;
        this.signatories = signatories;
        this.revisions = revisions;
        this.judgements = judgements;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<View> of(DeclarationId id) {
        return archive.find(id).map(this::view);
    }

    private View view(ArchivedDeclaration kept) {
        List<Party> parties = signatories.organisations(kept.id());
        Optional<Judgement> judgement = judgements.find(kept.id(), kept.documentSha256());
        return new View(
                kept,
                declarations.get(kept.id()),
                signatories.of(kept.id()).stream()
                        .filter(signatory -> signatory.role().signs())
                        .map(signatory -> SignatureRow.of(signatory, parties, judgement))
                        .toList(),
                revisions.list(kept.id()).stream()
                        .filter(revision -> revision.number() <= kept.documentRevision())
                        .toList(),
                audit.verify(kept.id()));
    }

    /** What the template reads. */
    record View(
            ArchivedDeclaration kept,
            Declaration declaration,
            List<SignatureRow> signatures,
            List<Revision> revisions,
            AuditVerification audit) {

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
