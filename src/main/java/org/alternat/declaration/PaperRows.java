package org.alternat.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alternat.document.ScanType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The scans of what was signed on paper. */
@Component
class PaperRows {

    private static final String COLUMNS = "signatory_id, signed_on, recorded_at, scan_type, scan_sha256";

    private final JdbcClient jdbc;

    PaperRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(DeclarationId id, PaperSignature paper, byte[] scan) {
        jdbc.sql("insert into paper_signature (signatory_id, declaration_id, signed_on, recorded_at, scan_type,"
                        + " scan_sha256, scan) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        paper.signatoryId().value(),
                        id.value(),
                        paper.signedOn(),
                        DeclarationRows.stored(paper.recordedAt()),
                        paper.type().name(),
                        paper.sha256().hex(),
                        scan)
                .update();
        jdbc.sql("update signatory set paper_at = ? where id = ?")
                .params(
                        DeclarationRows.stored(paper.recordedAt()),
                        paper.signatoryId().value())
                .update();
    }

    /** The scan goes; that there was one is counted, so that the next letter is another one. */
    void undo(Signatory signatory, Instant at) {
        jdbc.sql("delete from paper_signature where signatory_id = ?")
                .param(signatory.id().value())
                .update();
        jdbc.sql("update signatory set paper_at = null, invited_at = null, round_settled = false where id = ?")
                .param(signatory.id().value())
                .update();
        jdbc.sql("insert into paper_signature_undone (signatory_id, undone_number, person_version, undone_at)"
                        + " select ?, count(*) + 1, ?, ? from paper_signature_undone where signatory_id = ?")
                .params(
                        signatory.id().value(),
                        signatory.version(),
                        DeclarationRows.stored(at),
                        signatory.id().value())
                .update();
    }

    List<PaperSignature> of(DeclarationId id) {
        return jdbc.sql("select " + COLUMNS + " from paper_signature where declaration_id = ? order by signatory_id")
                .param(id.value())
                .query(PaperRows::paper)
                .list();
    }

    Optional<byte[]> scan(SignatoryId id) {
        return jdbc.sql("select scan from paper_signature where signatory_id = ?")
                .param(id.value())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private static PaperSignature paper(ResultSet row, int n) throws SQLException {
        return new PaperSignature(
                new SignatoryId(row.getObject("signatory_id", UUID.class)),
                row.getObject("signed_on", LocalDate.class),
                DeclarationRows.known(row, "recorded_at"),
                ScanType.valueOf(row.getString("scan_type")),
                new Sha256(row.getString("scan_sha256")));
    }
}
