package org.alternat.sealing;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainState;
import org.alternat.pades.ChainWriter;
import org.alternat.pades.RevisionGate;
import org.alternat.pades.RevisionRefusedException;
import org.alternat.pades.ValidationDataCollector;
import org.alternat.pki.RevocationData;
import org.alternat.pki.TimestampAuthority;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Archive timestamps: each is one revision with what is needed to validate everything before it, the last archive timestamp
 * included, and a document timestamp over all of it (B-LTA; EN 319 142-1, clauses 5.4.3 and 6.3).
 */
@Service
public class ArchiveTimestamps {

    private final Revisions revisions;
    private final TimestampAuthority timestamps;
    private final ValidationDataCollector validationData;
    private final RevisionGate gate;
    private final AuditTrail audit;
    private final Clock clock;
    private final ChainWriter writer = new ChainWriter();

    ArchiveTimestamps(
            Revisions revisions,
            TimestampAuthority timestamps,
            RevocationData revocation,
            TrustAnchors anchors,
            AuditTrail audit,
            Clock clock) {
        this.revisions = revisions;
        this.timestamps = timestamps;
        this.validationData = new ValidationDataCollector(revocation, timestamps);
        this.gate = new RevisionGate(anchors);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Renews the archive timestamp of a sealed document: to be done before the certificate of the last one ends, or its
     * algorithms become weak. Does nothing when somebody has renewed it since.
     *
     * @param sealed digest of the file that is to be renewed
     * @return the renewed file's digest, or that of the file as it stands when there was nothing to do
     * @throws IllegalStateException when the document is not sealed, or has no field left for an archive timestamp
     * @throws org.alternat.pki.TimestampUnavailableException when no timestamp can be had now; nothing is kept then
     */
    @Transactional
    public Sha256 renew(DeclarationId id, Sha256 sealed) {
        Revisions.Head head = revisions.unlocked(id);
        if (!head.sha256().equals(sealed)) {
            return head.sha256();
        }
        if (revisions.list(id).stream().noneMatch(revision -> revision.kind() == RevisionKind.SEAL)) {
            throw new IllegalStateException("the document of declaration " + id + " is not sealed");
        }
        PdfBytes file = revisions.read(id, head.number());
        AppendedRevision revision = over(id, revisions.state(head), file, validationData.ask(file));
        Revisions.Head locked = revisions.lock(id);
        if (!locked.equals(head)) {
            return locked.sha256();
        }
        Revisions.Head renewed = revisions.append(locked, RevisionKind.ARCHIVE_TIMESTAMP, revision);
        audit.append(
                id,
                AuditEvent.byService(
                        AuditEventType.ARCHIVE_TIMESTAMP_RENEWED,
                        Map.of(
                                "revision", Integer.toString(renewed.number()),
                                "sha256", renewed.sha256().hex())));
        return renewed.sha256();
    }

    /** Asks the authorities of others about what is in the file so far. */
    ValidationDataCollector.Asked ask(DeclarationId id) {
        return validationData.ask(revisions.read(id));
    }

    /**
     * The next archive timestamp, made and checked and not yet kept: it takes as long as its authority does, so nothing is to
     * be locked meanwhile. Other authorities are asked only about what was not asked ahead.
     *
     * @param tip the state behind which it comes
     * @param file the bytes that lead to that state
     */
    AppendedRevision over(DeclarationId id, ChainState tip, PdfBytes file, ValidationDataCollector.Asked asked) {
        String field = tip.emptyArchiveTimestampField()
                .orElseThrow(() -> new IllegalStateException(
                        "the document of declaration " + id + " has no field left for an archive timestamp"));
        AppendedRevision revision = writer.archive(tip, field, validationData.collect(file, asked), timestamps);
        try {
            gate.check(
                    tip,
                    revision.delta(),
                    new RevisionGate.Expectation(
                            field, RevisionGate.Expectation.Kind.ARCHIVE_TIMESTAMP, Optional.empty(), clock.instant()));
        } catch (RevisionRefusedException e) {
            throw new IllegalStateException("the gate refused the archive timestamp of declaration " + id, e);
        }
        return revision;
    }
}
