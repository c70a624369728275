package org.alternat.archive;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.alternat.archive.contents.PackageContents;
import org.alternat.archive.contents.PackageSubject;
import org.alternat.archive.contents.PackageSubjects;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.DeclarationCompletion;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the package of each sealed declaration, once and for good: nothing here overwrites or removes one. Who takes it away
 * is told by {@link PackageDesk}, whether it is whole by {@link FixityChecks}.
 */
@Service
public class Archive {

    static final String PACKAGE_DIGEST = "package";
    static final String DOCUMENT_DIGEST = "document";

    private static final Logger log = LoggerFactory.getLogger(Archive.class);

    private final PackageSubjects subjects;
    private final DeclarationCompletion completion;
    private final PackageContents contents;
    private final ArchiveRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    Archive(
            PackageSubjects subjects,
            DeclarationCompletion completion,
            PackageContents contents,
            ArchiveRows rows,
            AuditTrail audit,
            Clock clock) {
        this.subjects = subjects;
        this.completion = completion;
        this.contents = contents;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Builds and keeps the package of a sealed declaration; does nothing when it is kept already.
     *
     * @throws IllegalStateException when the declaration is not sealed, or its document does not verify
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(DeclarationId id) {
        // Locks in the house's order: chain, declaration, audit head. The second is taken by the change of state.
        subjects.lockDocument(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!completion.archived(id, now)) {
            if (rows.find(id).isEmpty()) {
                throw new IllegalStateException("declaration " + id + " is not sealed");
            }
            return;
        }
        PackageSubject subject = subjects.read(id, now);
        byte[] zip = contents.zip(subject);
        Sha256 sha256 = Sha256.of(zip);
        rows.insert(subject, zip, sha256);
        audit.append(
                id,
                AuditEvent.byService(
                        AuditEventType.DECLARATION_ARCHIVED,
                        Map.of(
                                PACKAGE_DIGEST,
                                sha256.hex(),
                                DOCUMENT_DIGEST,
                                subject.sealed().sha256().hex())));
        log.info("package of declaration {} kept, {} bytes", id, zip.length);
    }

    @Transactional(readOnly = true)
    public Optional<ArchivedDeclaration> find(DeclarationId id) {
        return rows.find(id);
    }
}
