package org.alternat.declaration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What nobody has to do anything for any more and that has not come to its end: for the sweep and the figures. */
@Service
@Transactional(readOnly = true)
public class Unfinished {

    private static final String UNSIGNED =
            " from signatory s join declaration d on d.id = s.declaration_id where d.declaration_state = 'CIRCULATING'"
                    + " and d.paused_at is null and s.consented_at is not null and s.signed_at is null"
                    + " and s.signatory_role in ('SIGNATORY', 'WITNESS')";

    private static final String UNSEALED = " from declaration d where d.declaration_state = 'CIRCULATING'"
            + " and d.effective_at is not null and not exists (select 1 from signatory s where s.declaration_id = d.id"
            + " and s.round_settled = false and s.signatory_role <> 'OBSERVER')";

    private static final String UNARCHIVED =
            " from declaration d where d.declaration_state = 'SEALED' and d.archived_at is null";

    private final JdbcClient jdbc;

    Unfinished(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Declarations whose seal, or whose judgement, delivery and archive after it, are due. */
    public List<DeclarationId> declarations() {
        return jdbc.sql("select d.id" + UNSEALED + " union all select d.id" + UNARCHIVED)
                .query((row, n) -> new DeclarationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Signatories whose consent was recorded before an instant and whose signature does not stand yet. */
    public List<SignatoryId> consents(Instant before) {
        return jdbc.sql("select s.id" + UNSIGNED + " and s.consented_at < ? order by s.consented_at limit 1000")
                .param(DeclarationRows.stored(before))
                .query((row, n) -> new SignatoryId(row.getObject(1, UUID.class)))
                .list();
    }

    /** How many consents wait for their signature. */
    public long countConsents() {
        return count(UNSIGNED);
    }

    /** How many declarations wait for their seal, though nobody is awaited any more. */
    public long countUnsealed() {
        return count(UNSEALED);
    }

    /** How many sealed declarations are not archived yet. */
    public long countUnarchived() {
        return count(UNARCHIVED);
    }

    private long count(String of) {
        return jdbc.sql("select count(*)" + of).query(Long.class).single();
    }
}
