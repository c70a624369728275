package org.alternat.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alternat.document.ScanType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mandates of whoever holds a place now; those of earlier holders stay in the table. */
@Component
class MandateRows {

    private static final String OF_WHO_HOLDS_THE_PLACE =
            " from mandate m join signatory s on s.id = m.signatory_id" + " and s.person_version = m.person_version";

    private final JdbcClient jdbc;

    MandateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In place of what was recorded of the same person before. */
    void keep(Signatory signatory, Mandate mandate, byte[] document) {
        jdbc.sql("delete from mandate where signatory_id = ? and person_version = ?")
                .params(signatory.id().value(), signatory.version())
                .update();
        ScanType type = mandate.type();
        Sha256 sha256 = mandate.sha256();
        jdbc.sql("insert into mandate (signatory_id, person_version, declaration_id, ground, statement,"
                        + " checked_by, recorded_at, document_type, document_sha256, document) values (?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?)")
                .param(signatory.id().value())
                .param(signatory.version())
                .param(signatory.declarationId().value())
                .param(mandate.ground().name())
                .param(mandate.statement())
                .param(mandate.checkedBy())
                .param(DeclarationRows.stored(mandate.recordedAt()))
                .param(type == null ? null : type.name())
                .param(sha256 == null ? null : sha256.hex())
                .param(type == null ? null : document)
                .update();
    }

    List<Mandate> of(DeclarationId id) {
        return jdbc.sql("select m.*" + OF_WHO_HOLDS_THE_PLACE + " where m.declaration_id = ? order by m.signatory_id")
                .param(id.value())
                .query(MandateRows::mandate)
                .list();
    }

    Optional<byte[]> document(SignatoryId id) {
        return jdbc.sql("select m.document" + OF_WHO_HOLDS_THE_PLACE
                        + " where m.signatory_id = ? and m.document is not null")
                .param(id.value())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private static Mandate mandate(ResultSet row, int n) throws SQLException {
        String type = row.getString("document_type");
        String sha256 = row.getString("document_sha256");
        return new Mandate(
                new SignatoryId(row.getObject("signatory_id", UUID.class)),
                MandateGround.valueOf(row.getString("ground")),
                row.getString("statement"),
                row.getString("checked_by"),
                DeclarationRows.known(row, "recorded_at"),
                type == null ? null : ScanType.valueOf(type),
                sha256 == null ? null : new Sha256(sha256));
    }
}
