package org.alternat.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only, hash-chained log of what happened to a declaration. An entry is written in the transaction of the act
 * it tells of: neither exists without the other. It refuses to be called outside one.
 */
@Service
public class AuditTrail {

    private static final Sha256 BEGINNING = new Sha256("0".repeat(64));

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens the trail of a new declaration; must come before its first entry. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(DeclarationId declarationId) {
        jdbc.sql("insert into audit_head (declaration_id, entries, head_hash) values (?, 0, ?)")
                .params(declarationId.value(), BEGINNING.hex())
                .update();
    }

    /**
     * Appends one entry. The head's row is locked until the caller commits, which keeps the numbers without a gap: take
     * this lock last.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AuditEntry append(DeclarationId declarationId, AuditEvent event) {
        Head head = jdbc.sql("select entries, head_hash from audit_head where declaration_id = ? for update")
                .param(declarationId.value())
                .query((row, n) -> new Head(row.getLong(1), new Sha256(row.getString(2))))
                .single();
        long number = head.entries() + 1;
        // Both databases keep microseconds; what is hashed must be what is read again.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Sha256 hash = AuditLine.hash(declarationId, number, at, event, head.hash());
        jdbc.sql("insert into audit_entry (declaration_id, entry_number, at_instant, event_type, actor, details,"
                        + " previous_hash, entry_hash) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        declarationId.value(),
                        number,
                        at.atOffset(ZoneOffset.UTC),
                        event.type().name(),
                        event.actor(),
                        AuditLine.details(event.details()),
                        head.hash().hex(),
                        hash.hex())
                .update();
        jdbc.sql("update audit_head set entries = ?, head_hash = ? where declaration_id = ?")
                .params(number, hash.hex(), declarationId.value())
                .update();
        return new AuditEntry(declarationId, number, at, event, head.hash(), hash);
    }

    /** All entries in order. */
    @Transactional(readOnly = true)
    public List<AuditEntry> entries(DeclarationId declarationId) {
        return jdbc.sql("select * from audit_entry where declaration_id = ? order by entry_number")
                .param(declarationId.value())
                .query(AuditTrail::entry)
                .list();
    }

    /** The last entry of each actor whose name begins so; one query, whatever the length of the trail. */
    @Transactional(readOnly = true)
    public List<AuditAct> lastActs(DeclarationId declarationId, String actorsBeginning) {
        return jdbc.sql(
                        "select e.actor, e.event_type, e.at_instant from audit_entry e join (select max(entry_number) as"
                                + " last_number from audit_entry where declaration_id = ? and actor like ? group by actor) l"
                                + " on l.last_number = e.entry_number where e.declaration_id = ?")
                .params(declarationId.value(), actorsBeginning + "%", declarationId.value())
                .query((row, n) -> new AuditAct(
                        row.getString(1),
                        AuditEventType.valueOf(row.getString(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * How many entries each of these trails has: whoever remembers the number sees by one short query whether anything
     * has happened, on whichever node.
     */
    @Transactional(readOnly = true)
    public Map<DeclarationId, Long> lengths(Collection<DeclarationId> declarationIds) {
        Map<DeclarationId, Long> lengths = new HashMap<>();
        if (!declarationIds.isEmpty()) {
            jdbc.sql("select declaration_id, entries from audit_head where declaration_id in (:ids)")
                    .param(
                            "ids",
                            declarationIds.stream().map(DeclarationId::value).toList())
                    .query(row -> {
                        lengths.put(new DeclarationId(row.getObject(1, UUID.class)), row.getLong(2));
                    });
        }
        return lengths;
    }

    /** The trail as JSON lines, one entry a line, each ending in a line feed. */
    @Transactional(readOnly = true)
    public String jsonLines(DeclarationId declarationId) {
        return entries(declarationId).stream().map(AuditLine::exported).collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * Recomputes every hash and compares with the head, so that a cut-off end shows too. No lock is taken: what is appended
     * while the trail is read is no fault in it, therefore the head is read before the entries and once more after them.
     */
    @Transactional(readOnly = true)
    public AuditVerification verify(DeclarationId declarationId) {
        Head before = head(declarationId);
        List<AuditEntry> entries = entries(declarationId);
        Head after = entries.size() > before.entries() ? head(declarationId) : before;
        Sha256 previous = BEGINNING;
        Sha256 atHead = BEGINNING;
        long expected = 1;
        for (AuditEntry entry : entries) {
            Sha256 recomputed =
                    AuditLine.hash(declarationId, entry.number(), entry.at(), entry.event(), entry.previous());
            if (entry.number() != expected
                    || entry.number() > after.entries()
                    || !entry.previous().equals(previous)
                    || !entry.hash().equals(recomputed)) {
                return new AuditVerification(before.entries(), OptionalLong.of(expected));
            }
            previous = entry.hash();
            if (entry.number() == before.entries()) {
                atHead = previous;
            }
            expected++;
        }
        boolean whole = expected > before.entries() && atHead.equals(before.hash());
        return new AuditVerification(before.entries(), whole ? OptionalLong.empty() : OptionalLong.of(expected));
    }

    private Head head(DeclarationId declarationId) {
        return jdbc.sql("select entries, head_hash from audit_head where declaration_id = ?")
                .param(declarationId.value())
                .query((row, n) -> new Head(row.getLong(1), new Sha256(row.getString(2))))
                .optional()
                .orElse(new Head(0, BEGINNING));
    }

    private static AuditEntry entry(ResultSet row, int n) throws SQLException {
        return new AuditEntry(
                new DeclarationId(row.getObject("declaration_id", UUID.class)),
                row.getLong("entry_number"),
                row.getObject("at_instant", OffsetDateTime.class).toInstant(),
                new AuditEvent(
                        AuditEventType.valueOf(row.getString("event_type")),
                        row.getString("actor"),
                        AuditLine.details(row.getString("details"))),
                new Sha256(row.getString("previous_hash")),
                new Sha256(row.getString("entry_hash")));
    }

    private record Head(long entries, Sha256 hash) {}
}
