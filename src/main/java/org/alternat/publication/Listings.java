package org.alternat.publication;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who agreed to be named on the public page: asked apart from the signature, given freely, taken back as easily (GDPR, article
 * 7). Nobody is named who has not agreed.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Listings {

    private final Signatories signatories;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Listings(Signatories signatories, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.signatories = signatories;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person who holds this place agrees; nothing happens when that is known already. */
    public void agree(SignatoryId id) {
        Signatory signatory = signatories.locked(id);
        if (isListed(signatory)) {
            return;
        }
        audit.append(signatory.declarationId(), by(signatory, AuditEventType.LISTING_AGREED));
        jdbc.sql("insert into listing (signatory_id, person_version, agreed_at) values (?, ?, ?)")
                .params(id.value(), signatory.version(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The person takes it back; nothing happens when there is nothing to take back. */
    public void withdraw(SignatoryId id) {
        Signatory signatory = signatories.locked(id);
        if (!isListed(signatory)) {
            return;
        }
        audit.append(signatory.declarationId(), by(signatory, AuditEventType.LISTING_WITHDRAWN));
        jdbc.sql("delete from listing where signatory_id = ? and person_version = ?")
                .params(id.value(), signatory.version())
                .update();
    }

    @Transactional(readOnly = true)
    public boolean isListed(Signatory signatory) {
        return jdbc.sql("select count(*) from listing where signatory_id = ? and person_version = ?")
                        .params(signatory.id().value(), signatory.version())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** All of a declaration who agreed, whether they have signed or not. */
    @Transactional(readOnly = true)
    public Set<SignatoryId> of(DeclarationId id) {
        return jdbc
                .sql("select l.signatory_id from listing l join signatory s on s.id = l.signatory_id"
                        + " and s.person_version = l.person_version where s.declaration_id = ?")
                .param(id.value())
                .query((row, n) -> new SignatoryId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static AuditEvent by(Signatory signatory, AuditEventType type) {
        return new AuditEvent(type, "signatory:" + signatory.id(), Map.of());
    }
}
