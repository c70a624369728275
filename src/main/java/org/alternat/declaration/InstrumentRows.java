package org.alternat.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table that ties instruments to what they are attached to; a row is never changed. */
@Component
class InstrumentRows {

    private final JdbcClient jdbc;

    InstrumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Instrument instrument) {
        jdbc.sql("insert into instrument (declaration_id, original_id, kind, original_sha256) values (?, ?, ?, ?)")
                .params(
                        instrument.id().value(),
                        instrument.originalId().value(),
                        instrument.kind().name(),
                        instrument.originalSha256().hex())
                .update();
    }

    Optional<Instrument> find(DeclarationId id) {
        return jdbc.sql("select * from instrument where declaration_id = ?")
                .param(id.value())
                .query(InstrumentRows::instrument)
                .optional();
    }

    /** In the order of their references. */
    List<Instrument> attachedTo(DeclarationId original) {
        return jdbc.sql("select i.* from instrument i join declaration d on d.id = i.declaration_id"
                        + " where i.original_id = ? order by d.created_at, d.reference")
                .param(original.value())
                .query(InstrumentRows::instrument)
                .list();
    }

    private static Instrument instrument(ResultSet row, int n) throws SQLException {
        return new Instrument(
                new DeclarationId(row.getObject("declaration_id", UUID.class)),
                new DeclarationId(row.getObject("original_id", UUID.class)),
                InstrumentKind.valueOf(row.getString("kind")),
                new Sha256(row.getString("original_sha256")));
    }
}
