package org.alternat.judge;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The judgements on sealed files, kept for the archival package. */
@Service
public class Judgements {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Judgements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what was said of this very file; a judgement that is there already stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(DeclarationId declarationId, Sha256 file, Judgement judgement) {
        if (find(declarationId, file).isPresent()) {
            return;
        }
        jdbc.sql("insert into judgement (declaration_id, file_sha256, judged_at, content) values (?, ?, ?, ?)")
                .params(
                        declarationId.value(),
                        file.hex(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        json.writeValueAsBytes(judgement))
                .update();
    }

    /** What was said of this very file. */
    @Transactional(readOnly = true)
    public Optional<Judgement> find(DeclarationId declarationId, Sha256 file) {
        return jdbc.sql("select content from judgement where declaration_id = ? and file_sha256 = ?")
                .params(declarationId.value(), file.hex())
                .query((row, n) -> json.readValue(row.getBytes(1), Judgement.class))
                .optional();
    }

    /** The last judgement on the declaration's document. */
    @Transactional(readOnly = true)
    public Optional<Judgement> of(DeclarationId declarationId) {
        return jdbc
                .sql("select content from judgement where declaration_id = ? order by judged_at desc")
                .param(declarationId.value())
                .query((row, n) -> json.readValue(row.getBytes(1), Judgement.class))
                .list()
                .stream()
                .findFirst();
    }
}
