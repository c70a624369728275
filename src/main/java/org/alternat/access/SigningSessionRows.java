package org.alternat.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of signing sessions. Codes and browser secrets stand in it only as digests. */
@Repository
class SigningSessionRows {

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final Clock clock;

    SigningSessionRows(JdbcClient jdbc, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    Optional<Row> find(OpenedLink link, SecretToken browser, String lock) {
        return jdbc.sql("select * from signing_session where secret_sha256 = ? and signatory_id = ?"
                        + " and person_version = ?" + lock)
                .params(browser.sha256().hex(), link.signatoryId().value(), link.personVersion())
                .query(SigningSessionRows::row)
                .optional();
    }

    /** One at a time for each signatory, until the transaction ends. */
    void lock(OpenedLink link) {
        jdbc.sql("select token_sha256 from signing_link where signatory_id = ? order by token_sha256 for update")
                .param(link.signatoryId().value())
                .query(String.class)
                .list();
    }

    SecretToken insert(OpenedLink link, String code, Instant expires) {
        SecretToken browser = SecretToken.random(random);
        jdbc.sql("insert into signing_session (secret_sha256, declaration_id, signatory_id, person_version,"
                        + " created_at, code_sha256, code_expires_at, tries) values (?, ?, ?, ?, ?, ?, ?, 0)")
                .params(
                        browser.sha256().hex(),
                        link.declarationId().value(),
                        link.signatoryId().value(),
                        link.personVersion(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        salted(browser, code).hex(),
                        expires.atOffset(ZoneOffset.UTC))
                .update();
        return browser;
    }

    /** The last moment of the youngest code that lives longer than until then. */
    Optional<Instant> latest(OpenedLink link, Instant until) {
        return jdbc.sql("select max(code_expires_at) from signing_session where signatory_id = ? and person_version = ?"
                        + " and code_expires_at > ?")
                .params(link.signatoryId().value(), link.personVersion(), until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> Optional.ofNullable(instant(row, 1)))
                .single();
    }

    int count(OpenedLink link) {
        return jdbc.sql("select count(*) from signing_session where signatory_id = ?")
                .param(link.signatoryId().value())
                .query(Integer.class)
                .single();
    }

    /** Nobody waits any more for a code that never left. */
    void forget(OpenedLink link, Instant expires) {
        jdbc.sql("update signing_session set code_expires_at = created_at where signatory_id = ?"
                        + " and code_expires_at = ?")
                .params(link.signatoryId().value(), expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A code is good for one browser. */
    boolean isSpent(OpenedLink link, Instant expires) {
        return jdbc.sql("select count(*) from signing_session where signatory_id = ? and person_version = ?"
                                + " and code_expires_at = ? and accepted_at is not null")
                        .params(link.signatoryId().value(), link.personVersion(), expires.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    static Sha256 salted(SecretToken browser, String code) {
        return Sha256.of((browser.text() + "\n" + code).getBytes(StandardCharsets.UTF_8));
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String shown = row.getString("shown_sha256");
        UUID officer = row.getObject("officer_id", UUID.class);
        return new Row(
                new DeclarationId(row.getObject("declaration_id", UUID.class)),
                new SignatoryId(row.getObject("signatory_id", UUID.class)),
                new Sha256(row.getString("code_sha256")),
                row.getObject("code_expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                instant(row, "accepted_at"),
                shown == null ? null : row.getInt("shown_revision"),
                shown == null ? null : new Sha256(shown),
                officer == null ? null : new StaffId(officer),
                instant(row, "desk_ends_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row, row.findColumn(column));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    record Row(
            DeclarationId declarationId,
            SignatoryId signatoryId,
            Sha256 codeSha256,
            Instant codeExpiresAt,
            int tries,
            @Nullable Instant acceptedAt,
            @Nullable Integer shownRevision,
            @Nullable Sha256 shownSha256,
            @Nullable StaffId deskOfficer,
            @Nullable Instant deskEndsAt) {

        /** Whether whoever holds the browser's secret may still read and answer. */
        boolean stands(Instant now) {
            return acceptedAt != null
                    && now.isBefore(acceptedAt.plus(SigningSessions.SESSION_LIFETIME))
                    && (deskEndsAt == null || now.isBefore(deskEndsAt));
        }
    }
}
