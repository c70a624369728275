package org.alternat.declaration;

import java.util.List;
import java.util.UUID;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is asked when. Everything here happens under the lock of the declaration's row, so that of any number of answers at
 * the same moment exactly one is the last of its round.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Rounds {

    private final DeclarationRows declarations;
    private final PartyRows parties;
    private final JdbcClient jdbc;

    Rounds(DeclarationRows declarations, PartyRows parties, JdbcClient jdbc) {
        this.declarations = declarations;
        this.parties = parties;
        this.jdbc = jdbc;
    }

    /**
     * Starts the lowest round that has not been started. Observers belong to no round.
     *
     * @return its signatories in order of precedence; empty when every round has been started
     * @throws IllegalStateException when the round before is not settled
     */
    public List<SignatoryId> next(DeclarationId id) {
        declarations.lock(id);
        if (anyOpen(id)) {
            throw new IllegalStateException("a round of declaration " + id + " is still open");
        }
        List<SignatoryId> round = jdbc.sql(
                        "select id from signatory where declaration_id = ? and round_started = false"
                                + " and signatory_role <> 'OBSERVER' and signing_round = (select min(signing_round) from signatory"
                                + " where declaration_id = ? and round_started = false and signatory_role <> 'OBSERVER') order by precedence")
                .params(id.value(), id.value())
                .query((row, n) -> new SignatoryId(row.getObject(1, UUID.class)))
                .list();
        for (SignatoryId signatory : round) {
            jdbc.sql("update signatory set round_started = true where id = ?")
                    .param(signatory.value())
                    .update();
        }
        return round;
    }

    /**
     * Counts a signatory's invitation in.
     *
     * @return true for the one call that settles the round; false for every other, and for a repeated one
     * @throws IllegalStateException when the signatory's round has not been started
     */
    public boolean settle(SignatoryId id) {
        DeclarationId declarationId = parties.declarationOf(id);
        declarations.lock(declarationId);
        boolean started = jdbc.sql("select round_started from signatory where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
        if (!started) {
            throw new IllegalStateException("the round of signatory " + id + " has not been started");
        }
        boolean counted = jdbc.sql("update signatory set round_settled = true where id = ? and round_settled = false")
                        .param(id.value())
                        .update()
                == 1;
        return counted && !anyOpen(declarationId);
    }

    /** The rule of completion is met. Once it was, it stays so: the instant is the date of effect. */
    public boolean complete(DeclarationId id) {
        declarations.lock(id);
        return declarations.find(id).orElseThrow().effectiveAt() != null;
    }

    /** Whether there is one, not how many: every answer asks, and the number grows with the round. */
    private boolean anyOpen(DeclarationId id) {
        return jdbc.sql("select 1 from signatory where declaration_id = ? and round_settled = false"
                        + " and round_started = true limit 1")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
