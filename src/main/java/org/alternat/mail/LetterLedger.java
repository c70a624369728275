package org.alternat.mail;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of letters, and their entries in the audit trail. Every method runs in the caller's transaction. */
@Repository
class LetterLedger {

    private static final String OPEN = "not answered yet";

    private final JdbcClient jdbc;
    private final AuditTrail auditTrail;
    private final Clock clock;

    LetterLedger(JdbcClient jdbc, AuditTrail auditTrail, Clock clock) {
        this.jdbc = jdbc;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Claims the letter until the end of the transaction: a second caller with the same key waits, or fails and comes back.
     *
     * @return false when it was sent before
     */
    boolean claim(LetterKey key, String messageId) {
        Optional<LetterState> before = jdbc.sql("select state from letter where key_digest = ? for update")
                .param(key.digest().hex())
                .query((row, n) -> LetterState.valueOf(row.getString(1)))
                .optional();
        if (before.isEmpty()) {
            // Written as sent already: the row lives only if the hand-over succeeds and the caller commits.
            insert(key, messageId, LetterState.SENT, OPEN);
            return true;
        }
        return !before.get().isTaken();
    }

    void sent(LetterKey key, String messageId, String answer) {
        OffsetDateTime now = now();
        jdbc.sql("update letter set state = 'SENT', server_answer = ?, last_attempt_at = ?, sent_at = ?,"
                        + " attempts = attempts + case when state = 'SENT' then 0 else 1 end where key_digest = ?")
                .params(answer, now, now, key.digest().hex())
                .update();
        audit(AuditEventType.LETTER_SENT, key, messageId);
    }

    void failed(LetterKey key, String messageId, LetterState state, String answer) {
        int changed = jdbc.sql("update letter set state = ?, server_answer = ?, last_attempt_at = ?,"
                        + " attempts = attempts + 1 where key_digest = ? and state <> 'SENT'")
                .params(state.name(), answer, now(), key.digest().hex())
                .update();
        if (changed == 0) {
            if (find(key).isPresent()) {
                return; // meanwhile another node has sent it
            }
            insert(key, messageId, state, answer);
        }
        audit(AuditEventType.LETTER_FAILED, key, messageId);
    }

    Optional<LetterRecord> find(LetterKey key) {
        return jdbc.sql("select * from letter where key_digest = ?")
                .param(key.digest().hex())
                .query(LetterLedger::letter)
                .optional();
    }

    List<LetterRecord> of(DeclarationId declarationId) {
        return jdbc.sql("select * from letter where declaration_id = ? order by first_attempt_at, key_digest")
                .param(declarationId.value())
                .query(LetterLedger::letter)
                .list();
    }

    List<LetterRecord> unsettled(DeclarationId declarationId) {
        return jdbc.sql("""
                        select * from letter where declaration_id = ? and state <> ?
                        order by first_attempt_at, key_digest""")
                .params(declarationId.value(), LetterState.SENT.name())
                .query(LetterLedger::letter)
                .list();
    }

    /** A letter that was taken, by the beginning of its digest; of two nodes that ask at once, one waits. */
    Optional<LetterRecord> taken(String beginning) {
        return jdbc.sql("select * from letter where key_digest like ? for update")
                .param(beginning + "%")
                .query(LetterLedger::letter)
                .optional()
                .filter(letter -> letter.state().isTaken());
    }

    /** What came back about a letter that was taken. False when that is known already. */
    boolean returned(LetterRecord letter, LetterState state, String said) {
        if (letter.state() == state) {
            return false;
        }
        jdbc.sql("update letter set state = ?, server_answer = ? where key_digest = ?")
                .params(state.name(), said, letter.key().digest().hex())
                .update();
        if (!state.isTaken()) {
            audit(AuditEventType.LETTER_FAILED, letter.key(), letter.messageId());
        }
        return true;
    }

    long count(LetterState state) {
        return jdbc.sql("select count(*) from letter where state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    Optional<Instant> lastSent() {
        return jdbc.sql("select max(sent_at) from letter")
                .query((row, n) -> Optional.ofNullable(nullableInstant(row.getObject(1, OffsetDateTime.class))))
                .single();
    }

    private void insert(LetterKey key, String messageId, LetterState state, String answer) {
        DeclarationId declarationId = key.declarationId();
        OffsetDateTime now = now();
        jdbc.sql("insert into letter (key_digest, kind, declaration_id, recipient, sequence_number, message_id, state,"
                        + " attempts, server_answer, first_attempt_at, last_attempt_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)")
                .param(key.digest().hex())
                .param(key.kind())
                .param(declarationId == null ? null : declarationId.value())
                .param(key.recipient())
                .param(key.sequence())
                .param(messageId)
                .param(state.name())
                .param(answer)
                .param(now)
                .param(now)
                .update();
    }

    /** A letter to staff belongs to no declaration, so it has no trail to stand in. */
    private void audit(AuditEventType type, LetterKey key, String messageId) {
        DeclarationId declarationId = key.declarationId();
        if (declarationId == null) {
            return;
        }
        Map<String, String> details = new LinkedHashMap<>();
        details.put("kind", key.kind());
        details.put("recipient", key.recipient());
        details.put("sequence", Integer.toString(key.sequence()));
        details.put(
                "messageIdSha256",
                Sha256.of(messageId.getBytes(StandardCharsets.US_ASCII)).hex());
        auditTrail.append(declarationId, AuditEvent.byService(type, details));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LetterRecord letter(ResultSet row, int n) throws SQLException {
        UUID declaration = row.getObject("declaration_id", UUID.class);
        return new LetterRecord(
                new LetterKey(
                        row.getString("kind"),
                        declaration == null ? null : new DeclarationId(declaration),
                        row.getString("recipient"),
                        row.getInt("sequence_number")),
                row.getString("message_id"),
                LetterState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("server_answer"),
                instant(row.getObject("first_attempt_at", OffsetDateTime.class)),
                instant(row.getObject("last_attempt_at", OffsetDateTime.class)),
                nullableInstant(row.getObject("sent_at", OffsetDateTime.class)));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private static @Nullable Instant nullableInstant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
