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
     * Claims the letter until the lease is over. A claim whose lease is over is taken away from whoever held it: that node has
     * stopped, and whether its letter left is unknown.
     *
     * @return nothing when it was sent before
     * @throws LetterNotSentException while somebody else holds it
     */
    Optional<LetterAttempt> claim(LetterKey key, String messageId, Instant until) {
        Optional<LetterRecord> before = jdbc.sql("select * from letter where key_digest = ? for update")
                .param(key.digest().hex())
                .query(LetterLedger::letter)
                .optional();
        if (before.isEmpty()) {
            insert(key, messageId, until);
            return Optional.of(new LetterAttempt(key, messageId, 1));
        }
        LetterRecord letter = before.get();
        if (letter.state().isTaken()) {
            return Optional.empty();
        }
        boolean interrupted = letter.state() == LetterState.SENDING;
        if (interrupted && isHeld(key)) {
            throw new LetterNotSentException(key);
        }
        jdbc.sql("update letter set state = 'SENDING', attempts = attempts + 1, unsettled = unsettled + ?,"
                        + " last_attempt_at = ?, lease_until = ? where key_digest = ?")
                .params(
                        interrupted ? 1 : 0,
                        now(),
                        until.atOffset(ZoneOffset.UTC),
                        key.digest().hex())
                .update();
        return Optional.of(new LetterAttempt(key, messageId, letter.attempts() + 1));
    }

    private boolean isHeld(LetterKey key) {
        return jdbc.sql("select lease_until > ? from letter where key_digest = ?")
                .params(now(), key.digest().hex())
                .query(Boolean.class)
                .single();
    }

    /** Locks the letter's row; false when a later attempt or the end of its lease has taken the right away. */
    boolean holds(LetterAttempt attempt) {
        return jdbc.sql("select attempts from letter where key_digest = ? and state = 'SENDING' for update")
                .param(attempt.key().digest().hex())
                .query(Integer.class)
                .optional()
                .equals(Optional.of(attempt.number()));
    }

    void sent(LetterAttempt attempt, String answer) {
        settle(attempt, LetterState.SENT, answer);
        audit(AuditEventType.LETTER_SENT, attempt.key(), attempt.messageId());
    }

    void failed(LetterAttempt attempt, LetterState state, String answer) {
        settle(attempt, state, answer);
        audit(AuditEventType.LETTER_FAILED, attempt.key(), attempt.messageId());
    }

    void unsettled(LetterAttempt attempt) {
        settle(attempt, LetterState.UNSETTLED, OPEN);
        jdbc.sql("update letter set unsettled = unsettled + 1 where key_digest = ?")
                .param(attempt.key().digest().hex())
                .update();
        audit(AuditEventType.LETTER_UNSETTLED, attempt.key(), attempt.messageId());
    }

    private void settle(LetterAttempt attempt, LetterState state, String answer) {
        jdbc.sql("update letter set state = ?, server_answer = ?, lease_until = null, sent_at = ? where key_digest = ?")
                .param(state.name())
                .param(answer)
                .param(state == LetterState.SENT ? now() : null)
                .param(attempt.key().digest().hex())
                .update();
    }

    /** The claims whose lease was over by then. */
    List<LetterAttempt> claimedUntil(Instant end) {
        return jdbc
                .sql("select * from letter where lease_until <= ? and state = 'SENDING'")
                .param(end.atOffset(ZoneOffset.UTC))
                .query(LetterLedger::letter)
                .list()
                .stream()
                .map(letter -> new LetterAttempt(letter.key(), letter.messageId(), letter.attempts()))
                .toList();
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
            select * from letter where declaration_id = ? and (state <> ? or unsettled > 0)
            order by first_attempt_at, key_digest\
            """)
                .params(declarationId.value(), LetterState.SENT.name())
                .query(LetterLedger::letter)
                .list();
    }

    /** A letter that has left, or may have, by the beginning of its digest; of two nodes that ask at once, one waits. */
    Optional<LetterRecord> taken(String beginning) {
        return jdbc.sql("select * from letter where key_digest like ? for update")
                .param(beginning + "%")
                .query(LetterLedger::letter)
                .optional()
                .filter(letter -> letter.state().isTaken() || letter.state() == LetterState.UNSETTLED);
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

    private void insert(LetterKey key, String messageId, Instant until) {
        DeclarationId declarationId = key.declarationId();
        OffsetDateTime now = now();
        jdbc.sql("insert into letter (key_digest, kind, declaration_id, recipient, sequence_number, message_id, state,"
                        + " attempts, server_answer, first_attempt_at, last_attempt_at, lease_until)"
                        + " values (?, ?, ?, ?, ?, ?, 'SENDING', 1, ?, ?, ?, ?)")
                .param(key.digest().hex())
                .param(key.kind())
                .param(declarationId == null ? null : declarationId.value())
                .param(key.recipient())
                .param(key.sequence())
                .param(messageId)
                .param(OPEN)
                .param(now)
                .param(now)
                .param(until.atOffset(ZoneOffset.UTC))
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
                row.getInt("unsettled"),
                row.getString("server_answer"),
                row.getObject("first_attempt_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_attempt_at", OffsetDateTime.class).toInstant(),
                nullableInstant(row.getObject("sent_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant nullableInstant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
