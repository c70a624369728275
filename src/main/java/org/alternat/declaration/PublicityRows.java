package org.alternat.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Publicity;
import org.alternat.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what declarations say of their funding, and of the logos. */
@Component
class PublicityRows {

    private final JdbcClient jdbc;

    PublicityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Publicity> find(DeclarationId id) {
        return jdbc.sql("select p.*, l.width, l.height from publicity p left join logo l on l.sha256 = p.logo_sha256"
                        + " where p.declaration_id = ?")
                .param(id.value())
                .query(PublicityRows::publicity)
                .optional();
    }

    void put(DeclarationId id, Publicity publicity) {
        jdbc.sql("delete from publicity where declaration_id = ?")
                .param(id.value())
                .update();
        Publicity.Logo logo = publicity.logo();
        jdbc.sql("insert into publicity (declaration_id, due, mention_fr, mention_nl, mention_en, emblem, logo_sha256,"
                        + " logo_name) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id.value(), publicity.due(), publicity.fr(), publicity.nl(), publicity.en(), publicity.emblem())
                .param(logo == null ? null : logo.sha256().hex())
                .param(logo == null ? null : logo.name())
                .update();
    }

    void keep(Publicity.Logo logo, byte[] png) {
        if (image(logo.sha256()).isEmpty()) {
            jdbc.sql("insert into logo (sha256, png, width, height) values (?, ?, ?, ?)")
                    .params(logo.sha256().hex(), png, logo.width(), logo.height())
                    .update();
        }
    }

    Optional<byte[]> image(Sha256 sha256) {
        return jdbc.sql("select png from logo where sha256 = ?")
                .param(sha256.hex())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private static Publicity publicity(ResultSet row, int n) throws SQLException {
        return new Publicity(
                row.getBoolean("due"),
                row.getString("mention_fr"),
                row.getString("mention_nl"),
                row.getString("mention_en"),
                row.getBoolean("emblem"),
                logo(row));
    }

    private static Publicity.@Nullable Logo logo(ResultSet row) throws SQLException {
        String sha256 = row.getString("logo_sha256");
        return sha256 == null
                ? null
                : new Publicity.Logo(
                        new Sha256(sha256), row.getString("logo_name"), row.getInt("width"), row.getInt("height"));
    }
}
