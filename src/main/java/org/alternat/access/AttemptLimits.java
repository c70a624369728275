package org.alternat.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.alternat.shared.Sha256;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts attempts in the database, so that neither a restart nor a second node gives a guesser a fresh start. An attempt is
 * counted before it is judged and whatever becomes of the caller's transaction. Subjects are stored as digests.
 */
@Service
public class AttemptLimits {

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final Clock clock;

    AttemptLimits(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Takes one attempt.
     *
     * @param subject whose attempts are counted together, such as {@code account:} and an address
     * @return false when {@code limit} attempts were taken since the window opened with the first of them
     */
    public boolean take(String subject, int limit, Duration window) {
        Sha256 key = Sha256.of(subject.getBytes(StandardCharsets.UTF_8));
        try {
            return counted(key, limit, window);
        } catch (DuplicateKeyException twoFirstAttemptsAtOnce) {
            return counted(key, limit, window);
        }
    }

    /** Counts one attempt less: what it was taken for did not come about. */
    void giveBack(String subject) {
        alone.executeWithoutResult(status -> jdbc.sql(
                        "update attempt_count set attempts = attempts - 1 where subject_sha256 = ? and attempts > 0")
                .param(Sha256.of(subject.getBytes(StandardCharsets.UTF_8)).hex())
                .update());
    }

    /** Starts again from nothing: the subject has proved who it is. */
    void forget(String subject) {
        jdbc.sql("delete from attempt_count where subject_sha256 = ?")
                .param(Sha256.of(subject.getBytes(StandardCharsets.UTF_8)).hex())
                .update();
    }

    private boolean counted(Sha256 key, int limit, Duration window) {
        return Boolean.TRUE.equals(alone.execute(status -> {
            Instant now = clock.instant();
            Optional<Count> count = jdbc.sql(
                            "select attempts, window_ends_at from attempt_count where subject_sha256 = ? for update")
                    .param(key.hex())
                    .query((row, n) -> new Count(
                            row.getInt(1),
                            row.getObject(2, OffsetDateTime.class).toInstant()))
                    .optional();
            if (count.isEmpty()) {
                jdbc.sql("insert into attempt_count (subject_sha256, attempts, window_ends_at) values (?, 1, ?)")
                        .params(key.hex(), now.plus(window).atOffset(ZoneOffset.UTC))
                        .update();
                return limit > 0;
            }
            boolean fresh = !now.isBefore(count.get().windowEndsAt());
            if (!fresh && count.get().attempts() >= limit) {
                return false;
            }
            jdbc.sql("update attempt_count set attempts = ?, window_ends_at = ? where subject_sha256 = ?")
                    .params(
                            fresh ? 1 : count.get().attempts() + 1,
                            (fresh ? now.plus(window) : count.get().windowEndsAt()).atOffset(ZoneOffset.UTC),
                            key.hex())
                    .update();
            return true;
        }));
    }

    private record Count(int attempts, Instant windowEndsAt) {}
}
