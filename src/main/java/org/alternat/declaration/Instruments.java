package org.alternat.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.document.Revision;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.StaffIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is attached to an archived declaration: accessions, reservations, interpretative declarations, withdrawals and
 * rectifications. Each is drafted, circulates and is archived as a declaration of its own; the original's bytes stay.
 */
@Service
@Transactional
public class Instruments {

    private static final Logger log = LoggerFactory.getLogger(Instruments.class);

    private final Declarations declarations;
    private final InstrumentRows rows;
    private final Revisions revisions;
    private final AuditTrail audit;

    Instruments(Declarations declarations, InstrumentRows rows, Revisions revisions, AuditTrail audit) {
        this.declarations = declarations;
        this.rows = rows;
        this.revisions = revisions;
        this.audit = audit;
    }

    /** {@code DONE} when something may be attached: only an archived original takes instruments, and no instrument does. */
    @Transactional(readOnly = true)
    public MoveOutcome takesInstruments(DeclarationId original, StaffIdentity by) {
        DeclarationState state = declarations.ofOrganiser(original, by).state();
        if (state != DeclarationState.ARCHIVED) {
            return MoveOutcome.NOT_ARCHIVED;
        }
        return rows.find(original).isPresent() ? MoveOutcome.IS_AN_INSTRUMENT : MoveOutcome.DONE;
    }

    /**
     * Makes the draft of an instrument; whoever makes it is its first organiser.
     *
     * @throws IllegalStateException when the original takes no instruments
     */
    public DeclarationId draft(DeclarationId original, InstrumentKind kind, NewDeclaration made, StaffIdentity by) {
        if (takesInstruments(original, by) != MoveOutcome.DONE) {
            throw new IllegalStateException("declaration " + original + " takes no instruments");
        }
        Sha256 file = finalSha256(original);
        DeclarationId id = declarations.draft(made, by);
        rows.insert(new Instrument(id, original, kind, file));
        audit.append(
                id,
                Declarations.event(
                        AuditEventType.INSTRUMENT_DRAFTED,
                        by,
                        Map.of(
                                "kind", kind.word(),
                                "original", declarations.get(original).reference(),
                                "originalSha256", file.hex())));
        log.info("declaration {} is an instrument of {}", id, original);
        return id;
    }

    /** Writes into the original's trail that an instrument of it is archived. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announced(Instrument instrument) {
        boolean known = audit.entries(instrument.originalId()).stream()
                .anyMatch(entry -> entry.event().type() == AuditEventType.INSTRUMENT_ATTACHED
                        && instrument
                                .id()
                                .toString()
                                .equals(entry.event().details().get("instrument")));
        if (!known) {
            audit.append(
                    instrument.originalId(),
                    AuditEvent.byService(
                            AuditEventType.INSTRUMENT_ATTACHED,
                            Map.of(
                                    "instrument", instrument.id().toString(),
                                    "reference",
                                            declarations.get(instrument.id()).reference(),
                                    "kind", instrument.kind().word(),
                                    "sha256", finalSha256(instrument.id()).hex())));
        }
    }

    /** The digest of a sealed declaration's final file, as its circulation left it. */
    @Transactional(readOnly = true)
    public Sha256 finalSha256(DeclarationId id) {
        return Revision.closing(revisions.list(id))
                .orElseThrow(() -> new IllegalStateException("declaration " + id + " is not sealed"))
                .sha256();
    }

    @Transactional(readOnly = true)
    public Optional<Instrument> find(DeclarationId id) {
        return rows.find(id);
    }

    /** What that instrument is attached to; empty for any other declaration. */
    @Transactional(readOnly = true)
    public Optional<Declaration> originalOf(DeclarationId id) {
        return rows.find(id).map(instrument -> declarations.get(instrument.originalId()));
    }

    /** Whatever their state, the earliest first; those that were discarded, withdrawn or superseded are not told. */
    @Transactional(readOnly = true)
    public List<Attached> attachedTo(DeclarationId original) {
        return rows.attachedTo(original).stream()
                .map(instrument -> new Attached(instrument.kind(), declarations.get(instrument.id())))
                .filter(attached -> attached.declaration().state() != DeclarationState.WITHDRAWN
                        && attached.declaration().state() != DeclarationState.SUPERSEDED)
                .toList();
    }

    /** An instrument with the declaration that it is itself. */
    public record Attached(InstrumentKind kind, Declaration declaration) {}
}
