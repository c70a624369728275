package org.alternat.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alternat.declaration.Signatory;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of desk codes. Neither what the QR code carries nor what is typed stands in it. */
@Repository
class DeskCodeRows {

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final StaffSecrets secrets;

    DeskCodeRows(JdbcClient jdbc, SecureRandom random, StaffSecrets secrets) {
        this.jdbc = jdbc;
        this.random = random;
        this.secrets = secrets;
    }

    /** Nobody opens anything any more with the codes that a signatory was given before. */
    void replace(SignatoryId id, Instant at) {
        jdbc.sql("update desk_code set replaced_at = ? where signatory_id = ? and used_at is null"
                        + " and replaced_at is null")
                .params(stored(at), id.value())
                .update();
    }

    Fresh insert(Signatory signatory, StaffId officer, Instant at, Instant expires) {
        Fresh fresh = new Fresh(SecretToken.random(random), DeskCodeText.random(random));
        jdbc.sql("insert into desk_code (token_sha256, code_sha256, declaration_id, signatory_id, person_version,"
                        + " officer_id, given_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        fresh.token().sha256().hex(),
                        keyed(fresh.code()).hex(),
                        signatory.declarationId().value(),
                        signatory.id().value(),
                        signatory.version(),
                        officer.value(),
                        stored(at),
                        stored(expires))
                .update();
        return fresh;
    }

    /** Until when each code of a declaration holds that can be used now. */
    Map<SignatoryId, Instant> open(DeclarationId id, Instant now) {
        Map<SignatoryId, Instant> open = new HashMap<>();
        jdbc.sql("select signatory_id, expires_at from desk_code where declaration_id = ? and used_at is null"
                        + " and replaced_at is null and expires_at > ?")
                .params(id.value(), stored(now))
                .query(row -> {
                    open.put(
                            new SignatoryId(row.getObject(1, UUID.class)),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return open;
    }

    /** The one with this short code, held until the transaction ends. */
    Optional<Row> locked(String code) {
        return locked("code_sha256", keyed(code));
    }

    /** The one whose QR code carries this secret, held until the transaction ends. */
    Optional<Row> locked(SecretToken token) {
        return locked("token_sha256", token.sha256());
    }

    private Optional<Row> locked(String column, Sha256 digest) {
        return jdbc.sql("select * from desk_code where " + column + " = ? for update")
                .param(digest.hex())
                .query(DeskCodeRows::row)
                .optional();
    }

    void used(Row row, Instant at) {
        jdbc.sql("update desk_code set used_at = ? where token_sha256 = ?")
                .params(stored(at), row.token().hex())
                .update();
    }

    /** Under the service's own key, so that a copy of the database does not give a code away. */
    private Sha256 keyed(String code) {
        byte[] digest = secrets.derive("desk-code:" + code, 32);
        return Sha256.of(HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII));
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                new Sha256(row.getString("token_sha256")),
                new OpenedLink(
                        new DeclarationId(row.getObject("declaration_id", UUID.class)),
                        new SignatoryId(row.getObject("signatory_id", UUID.class)),
                        row.getInt("person_version"),
                        true),
                new StaffId(row.getObject("officer_id", UUID.class)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("replaced_at") != null,
                row.getObject("used_at") != null);
    }

    private static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /**
     * A code that was given.
     *
     * @param opens whom it lets in
     */
    record Row(Sha256 token, OpenedLink opens, StaffId officer, Instant expiresAt, boolean replaced, boolean used) {}

    /** What the officer's screen shows, and nothing keeps. */
    record Fresh(SecretToken token, String code) {

        /** Masked, so that a code never reaches a log by accident. */
        @Override
        public String toString() {
            return "Fresh[***]";
        }
    }
}
