package org.alternat.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From when the public may read a declaration: an instant that an organiser sets (the end of the embargo), before or after the
 * seal. Nothing is public without it, and nothing before the seal.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Publications {

    private static final Logger log = LoggerFactory.getLogger(Publications.class);

    private static final Set<DeclarationState> SEALED = EnumSet.of(DeclarationState.SEALED, DeclarationState.ARCHIVED);

    private final Declarations declarations;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Publications(Declarations declarations, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.declarations = declarations;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Sets the end of the embargo, or moves it.
     *
     * @return false when the declaration was withdrawn, so that there is nothing to publish
     * @throws org.alternat.declaration.UnknownDeclarationException when there is none that this person organises
     */
    public boolean publish(DeclarationId id, Instant from, StaffIdentity by) {
        if (declarations.ofOrganiser(id, by).state() == DeclarationState.WITHDRAWN) {
            return false;
        }
        if (from(id).equals(Optional.of(from))) {
            return true;
        }
        // The trail first: its head is locked until the end, so two organisers write one after the other.
        record(id, AuditEventType.PUBLICATION_SET, by, Map.of("from", from.toString()));
        clear(id);
        jdbc.sql("insert into publication (declaration_id, public_from) values (?, ?)")
                .params(id.value(), from.atOffset(ZoneOffset.UTC))
                .update();
        log.info("declaration {} is public from {}", id, from);
        return true;
    }

    /**
     * Takes the public page away, or the plan to show it.
     *
     * @throws org.alternat.declaration.UnknownDeclarationException when there is none that this person organises
     */
    public void retract(DeclarationId id, StaffIdentity by) {
        declarations.ofOrganiser(id, by);
        if (from(id).isEmpty()) {
            return;
        }
        record(id, AuditEventType.PUBLICATION_RETRACTED, by, Map.of());
        clear(id);
        log.info("declaration {} is not public", id);
    }

    /** The end of the embargo, if one is set. */
    @Transactional(readOnly = true)
    public Optional<Instant> from(DeclarationId id) {
        return jdbc.sql("select public_from from publication where declaration_id = ?")
                .param(id.value())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** A sealed declaration whose embargo is over; nothing in every other case. */
    @Transactional(readOnly = true)
    public Optional<Declaration> find(String reference) {
        return declarations.find(reference).filter(this::isPublic);
    }

    /** Whether anybody may read it now. */
    @Transactional(readOnly = true)
    public boolean isPublic(Declaration declaration) {
        return SEALED.contains(declaration.state())
                && from(declaration.id())
                        .filter(from -> !from.isAfter(clock.instant()))
                        .isPresent();
    }

    private void record(DeclarationId id, AuditEventType type, StaffIdentity by, Map<String, String> details) {
        audit.append(id, new AuditEvent(type, "organiser:" + by.staffId(), details));
    }

    private void clear(DeclarationId id) {
        jdbc.sql("delete from publication where declaration_id = ?")
                .param(id.value())
                .update();
    }
}
