package org.alternat.access;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alternat.shared.StaffId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Bearer tokens (RFC 6750) for the API: they give what their owner may do, until they expire or are revoked. */
@Service
public class ApiTokens {

    /** Tells people and secret scanners what they have found. */
    public static final String PREFIX = "alt_";

    private static final Logger LOG = LoggerFactory.getLogger(ApiTokens.class);
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** Makes a token. What is returned is the only copy of it. */
    public SecretToken issue(StaffIdentity owner, String name, Duration validity) {
        SecretToken token = new SecretToken(PREFIX + SecretToken.random(random).text());
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        jdbc.sql("insert into api_token (api_token_id, staff_id, token_name, token_sha256, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(id, owner.staffId().value(), name, token.sha256().hex(), utc(now), utc(now.plus(validity)))
                .update();
        LOG.info("API token {} made by staff {}", id, owner.staffId());
        return token;
    }

    /** The owner's tokens, newest first. */
    public List<ApiToken> of(StaffId owner) {
        return jdbc.sql("select * from api_token where staff_id = ? order by created_at desc")
                .param(owner.value())
                .query(ApiTokens::token)
                .list();
    }

    /** Ends a token at once; false when the owner has no such living token. */
    public boolean revoke(StaffIdentity owner, UUID id) {
        boolean revoked = jdbc.sql("update api_token set revoked_at = ? where api_token_id = ? and staff_id = ?"
                                + " and revoked_at is null")
                        .params(utc(clock.instant()), id, owner.staffId().value())
                        .update()
                == 1;
        if (revoked) {
            LOG.info("API token {} revoked", id);
        }
        return revoked;
    }

    /** Whose token this is; empty when it is unknown, expired, revoked, or its owner has no access any more. */
    public Optional<StaffMember> owner(SecretToken token) {
        Instant now = clock.instant();
        String digest = token.sha256().hex();
        Optional<StaffMember> owner = jdbc.sql("select s.* from api_token t join staff s on s.staff_id = t.staff_id"
                        + " where t.token_sha256 = ? and t.expires_at > ? and t.revoked_at is null"
                        + " and s.disabled_at is null")
                .params(digest, utc(now))
                .query(StaffAccounts::member)
                .optional();
        if (owner.isPresent()) {
            jdbc.sql("update api_token set last_used_at = ? where token_sha256 = ?"
                            + " and (last_used_at is null or last_used_at < ?)")
                    .params(utc(now), digest, utc(now.minus(NOTED)))
                    .update();
        }
        return owner;
    }

    private static ApiToken token(ResultSet row, int n) throws SQLException {
        return new ApiToken(
                row.getObject("api_token_id", UUID.class),
                row.getString("token_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
