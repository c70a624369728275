package org.alternat.sealing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainState;
import org.alternat.pades.ChainWriter;
import org.alternat.pades.ChainWriter.SignatureDetails;
import org.alternat.pades.RevisionGate;
import org.alternat.pades.RevisionRefusedException;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.ValidationDataCollector;
import org.alternat.pki.ServiceSeal;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The two revisions that close a chain: the service's seal over all signatures, and the archive timestamp over everything.
 * Every authority is asked while nothing is locked; what has been made is kept if the chain still ends where it did, and made
 * anew otherwise.
 */
@Component
class ClosingSeal {

    private static final Logger log = LoggerFactory.getLogger(ClosingSeal.class);

    /** People sign seconds apart even in a hall, and one attempt takes as long as two timestamps. */
    private static final int ATTEMPTS = 3;

    private final Revisions revisions;
    private final ServiceSeal seal;
    private final ArchiveTimestamps archiveTimestamps;
    private final RevisionGate gate;
    private final TransactionTemplate keeping;
    private final Clock clock;
    private final ChainWriter writer = new ChainWriter();

    ClosingSeal(
            Revisions revisions,
            ServiceSeal seal,
            ArchiveTimestamps archiveTimestamps,
            TrustAnchors anchors,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.revisions = revisions;
        this.seal = seal;
        this.archiveTimestamps = archiveTimestamps;
        this.gate = new RevisionGate(anchors);
        this.keeping = new TransactionTemplate(transactions);
        // A savepoint: when the head has moved, the lock is given back before anybody is asked again.
        this.keeping.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /**
     * Closes the chain in the caller's transaction, which has its lock from then on.
     *
     * @param details what the seal says at an instant
     * @param wanted whether the chain is still to be closed; asked under its lock
     * @return the last revision, or nothing when it is not to be closed any more
     * @throws org.alternat.pki.TimestampUnavailableException when no timestamp can be had now; nothing is kept then
     * @throws IllegalStateException when the chain has grown during every attempt; nothing is kept then
     */
    Optional<Revisions.Head> append(
            DeclarationId id, Function<Instant, SignatureDetails> details, BooleanSupplier wanted) {
        ValidationDataCollector.Asked asked = archiveTimestamps.ask(id);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Ready ready = prepare(revisions.unlocked(id), details.apply(clock.instant()), asked);
            Outcome outcome = keeping.execute(status -> {
                Outcome done = keep(ready, wanted);
                if (done.last().isEmpty()) {
                    status.setRollbackOnly();
                }
                return done;
            });
            if (outcome.isFinal()) {
                return outcome.last();
            }
            log.info("declaration {}: the chain has grown while its seal was made", id);
        }
        throw new IllegalStateException(
                "the chain of declaration " + id + " has grown during " + ATTEMPTS + " attempts to seal it");
    }

    private Outcome keep(Ready ready, BooleanSupplier wanted) {
        Revisions.Head locked = revisions.lock(ready.behind().declarationId());
        if (!wanted.getAsBoolean()) {
            return new Outcome(true, Optional.empty());
        }
        if (!locked.equals(ready.behind())) {
            return new Outcome(false, Optional.empty());
        }
        Revisions.Head sealed = revisions.append(locked, RevisionKind.SEAL, ready.seal());
        return new Outcome(
                true, Optional.of(revisions.append(sealed, RevisionKind.ARCHIVE_TIMESTAMP, ready.archiveTimestamp())));
    }

    private Ready prepare(Revisions.Head behind, SignatureDetails details, ValidationDataCollector.Asked asked) {
        DeclarationId id = behind.declarationId();
        ChainState tip = revisions.state(behind);
        AppendedRevision sealed = writer.sign(tip, details, seal);
        pass(tip, sealed, id);
        PdfBytes file = sealed.behind(revisions.read(id, behind.number()));
        return new Ready(behind, sealed, archiveTimestamps.over(id, sealed.state(), file, asked));
    }

    private void pass(ChainState tip, AppendedRevision revision, DeclarationId id) {
        try {
            gate.check(
                    tip,
                    revision.delta(),
                    new RevisionGate.Expectation(
                            SignatureFields.SEAL,
                            RevisionGate.Expectation.Kind.SIGNATURE,
                            Optional.empty(),
                            clock.instant()));
        } catch (RevisionRefusedException e) {
            throw new IllegalStateException("the gate refused the seal of declaration " + id, e);
        }
    }

    /** Made and checked, and not yet anybody's. */
    private record Ready(Revisions.Head behind, AppendedRevision seal, AppendedRevision archiveTimestamp) {}

    /** Final unless the chain has grown meanwhile. */
    private record Outcome(boolean isFinal, Optional<Revisions.Head> last) {}
}
