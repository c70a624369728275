package org.alternat.document;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.alternat.document.Revisions.Head;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who signs elsewhere needs the head of the chain to stand still: their signature covers every byte of it. A lease ends by
 * use, by being given back, or by itself. It is taken, asked for and ended under the lock on the chain.
 */
@Service
public class HeadLeases {

    /** How long one lasts: time to open another program and to type a PIN. */
    public static final Duration LASTS = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    HeadLeases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The lease on a chain that has not run out. */
    @Transactional(readOnly = true)
    public Optional<HeadLease> on(DeclarationId id) {
        return jdbc.sql("select signatory_id, head_number, head_sha256, expires_at from head_lease"
                        + " where declaration_id = ? and expires_at > ?")
                .params(id.value(), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new HeadLease(
                        new SignatoryId(row.getObject(1, java.util.UUID.class)),
                        row.getInt(2),
                        new Sha256(row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Gives the head to somebody, anew when they have it already.
     *
     * @param head locked
     * @throws HeadLeasedException when somebody else has it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public HeadLease take(Head head, SignatoryId by) {
        requireFree(head, by);
        Instant expires = clock.instant().plus(LASTS).truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("delete from head_lease where declaration_id = ?")
                .param(head.declarationId().value())
                .update();
        jdbc.sql("insert into head_lease (declaration_id, signatory_id, head_number, head_sha256, expires_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        head.declarationId().value(),
                        by.value(),
                        head.number(),
                        head.sha256().hex(),
                        expires.atOffset(ZoneOffset.UTC))
                .update();
        return new HeadLease(by, head.number(), head.sha256(), expires);
    }

    /**
     * Asks whether this person may append now.
     *
     * @param head locked
     * @throws HeadLeasedException when somebody else has it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireFree(Head head, SignatoryId by) {
        on(head.declarationId())
                .filter(lease -> !lease.signatoryId().equals(by))
                .ifPresent(lease -> {
                    throw new HeadLeasedException(lease.expiresAt());
                });
    }

    /**
     * Ends this person's lease.
     *
     * @return false when they had none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(DeclarationId id, SignatoryId by) {
        return jdbc.sql("delete from head_lease where declaration_id = ? and signatory_id = ?")
                        .params(id.value(), by.value())
                        .update()
                > 0;
    }
}
