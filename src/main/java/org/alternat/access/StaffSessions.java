package org.alternat.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.alternat.shared.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is logged in, kept in the database: every node knows it, a restart ends nothing, and disabling an account ends all of its
 * sessions at once. Each log-in gets a token of its own, so none can be fixed beforehand.
 */
@Service
public class StaffSessions {

    static final Duration IDLE = Duration.ofHours(4);
    static final Duration LONGEST = Duration.ofHours(12);

    /** A session is not written at each request: a minute more or less does not matter after four hours. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final Clock clock;

    StaffSessions(JdbcClient jdbc, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    @Transactional
    public SecretToken open(StaffId id) {
        Instant now = clock.instant();
        jdbc.sql("delete from staff_session where expires_at < ? or last_seen_at < ?")
                .params(utc(now), utc(now.minus(IDLE)))
                .update();
        SecretToken token = SecretToken.random(random);
        jdbc.sql("insert into staff_session (token_sha256, staff_id, last_seen_at, expires_at) values (?, ?, ?, ?)")
                .params(token.sha256().hex(), id.value(), utc(now), utc(now.plus(LONGEST)))
                .update();
        return token;
    }

    public Optional<StaffMember> find(SecretToken token) {
        Instant now = clock.instant();
        Optional<StaffMember> member = jdbc.sql(
                        "select s.* from staff_session t join staff s on s.staff_id = t.staff_id"
                                + " where t.token_sha256 = ? and t.expires_at > ? and t.last_seen_at > ?"
                                + " and s.disabled_at is null")
                .params(token.sha256().hex(), utc(now), utc(now.minus(IDLE)))
                .query(StaffAccounts::member)
                .optional();
        if (member.isPresent()) {
            jdbc.sql("update staff_session set last_seen_at = ? where token_sha256 = ? and last_seen_at < ?")
                    .params(utc(now), token.sha256().hex(), utc(now.minus(NOTED)))
                    .update();
        }
        return member;
    }

    public void close(SecretToken token) {
        jdbc.sql("delete from staff_session where token_sha256 = ?")
                .param(token.sha256().hex())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
