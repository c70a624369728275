package org.alternat.declaration;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a circulation ends when no organiser ends it. Each call says whether it changed something: false when it had been said
 * before, or when the declaration has ended otherwise. The seal's and the archive's own entries in the audit trail are
 * written by those who seal and archive.
 */
@Service
@Transactional
public class DeclarationCompletion {

    private static final Logger log = LoggerFactory.getLogger(DeclarationCompletion.class);

    private final DeclarationRows declarations;
    private final PartyRows parties;
    private final AuditTrail audit;
    private final Clock clock;

    DeclarationCompletion(DeclarationRows declarations, PartyRows parties, AuditTrail audit, Clock clock) {
        this.declarations = declarations;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every invitation is settled and the rule of completion is not met. */
    public boolean incomplete(DeclarationId id) {
        if (declarations.lock(id) != DeclarationState.CIRCULATING) {
            return false;
        }
        declarations.close(id, DeclarationState.INCOMPLETE, clock.instant(), null);
        long signed = parties.signatories(id).stream()
                .filter(signatory -> signatory.state() == SignatoryState.SIGNED)
                .count();
        audit.append(
                id,
                AuditEvent.byService(
                        AuditEventType.DECLARATION_INCOMPLETE, Map.of("signatures", Long.toString(signed))));
        log.info("declaration {} is incomplete", id);
        return true;
    }

    /** The closing seal stands in the chain since {@code at}. */
    public boolean sealed(DeclarationId id, Instant at) {
        if (declarations.lock(id) != DeclarationState.CIRCULATING) {
            return false;
        }
        declarations.close(id, DeclarationState.SEALED, at, null);
        log.info("declaration {} is sealed", id);
        return true;
    }

    /** The archival package is kept. */
    public boolean archived(DeclarationId id, Instant at) {
        if (declarations.lock(id) != DeclarationState.SEALED) {
            return false;
        }
        declarations.archived(id, at);
        log.info("declaration {} is archived", id);
        return true;
    }
}
