package org.alternat.declaration;

import java.time.Instant;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happens to all open invitations at once: more time, a pause. The caller holds the declaration's lock. */
@Component
class TurnRows {

    private final JdbcClient jdbc;

    TurnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Turn turn(DeclarationId id) {
        return jdbc.sql("select turn, turn_number from declaration where id = ?")
                .param(id.value())
                .query((row, n) -> {
                    String kind = row.getString(1);
                    return new Turn(kind == null ? Turn.Kind.NONE : Turn.Kind.valueOf(kind), row.getInt(2));
                })
                .optional()
                .orElseThrow(() -> new UnknownDeclarationException(id));
    }

    void turned(DeclarationId id, Turn.Kind kind) {
        jdbc.sql("update declaration set turn = ?, turn_number = turn_number + 1 where id = ?")
                .params(kind.name(), id.value())
                .update();
    }

    boolean isPaused(DeclarationId id) {
        return jdbc.sql("select count(*) from declaration where id = ? and paused_at is not null")
                        .param(id.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void pause(DeclarationId id, Instant at) {
        jdbc.sql("update declaration set paused_at = ? where id = ?")
                .params(DeclarationRows.stored(at), id.value())
                .update();
    }

    void resume(DeclarationId id) {
        jdbc.sql("update declaration set paused_at = null where id = ?")
                .param(id.value())
                .update();
    }

    /** The deadline becomes now, a pause ends, and whoever's round has not begun is not asked any more. */
    void close(DeclarationId id, Instant now) {
        resume(id);
        jdbc.sql("update declaration set deadline = ?, open_until = null where id = ?")
                .params(DeclarationRows.stored(now), id.value())
                .update();
        jdbc.sql("update signatory set expired_at = ?, round_started = true, round_settled = true"
                        + " where declaration_id = ? and round_started = false and signatory_role <> ?")
                .params(DeclarationRows.stored(now), id.value(), SignatoryRole.OBSERVER.name())
                .update();
    }

    AfterRefusal afterRefusal(DeclarationId id) {
        return jdbc.sql("select after_refusal from declaration where id = ?")
                .param(id.value())
                .query((row, n) -> AfterRefusal.valueOf(row.getString(1)))
                .optional()
                .orElseThrow(() -> new UnknownDeclarationException(id));
    }

    void afterRefusal(DeclarationId id, AfterRefusal chosen) {
        jdbc.sql("update declaration set after_refusal = ? where id = ?")
                .params(chosen.name(), id.value())
                .update();
    }

    /** An incomplete declaration circulates again. */
    void prolong(DeclarationId id, Instant until) {
        jdbc.sql("update declaration set deadline = ?, declaration_state = ?, closed_at = null where id = ?")
                .params(DeclarationRows.stored(until), DeclarationState.CIRCULATING.name(), id.value())
                .update();
        turned(id, Turn.Kind.PROLONGED);
    }

    /**
     * Those who had let the deadline pass may answer again.
     *
     * @param anew their rounds are started again, lowest first; otherwise their rounds go on
     */
    void reopenExpired(DeclarationId id, boolean anew) {
        jdbc.sql("update signatory set expired_at = null, round_settled = false, round_started = ?"
                        + " where declaration_id = ? and expired_at is not null")
                .params(!anew, id.value())
                .update();
    }

    /**
     * Whether this is the moment between a passed deadline and what follows from it: somebody's invitation has expired and is
     * not counted in yet, or everybody's is and the circulation is about to go on.
     */
    boolean isBeingCounted(DeclarationId id) {
        return count(id, "expired_at is not null and round_settled = false") > 0
                || (count(id, "expired_at is not null") > 0
                        && count(id, "round_started = true and round_settled = false") == 0);
    }

    /** Whether the answer of this person, or what follows from it, is still to be counted in. */
    boolean isAwaited(SignatoryId id) {
        return jdbc.sql(
                                "select count(*) from signatory where id = ? and round_started = true and round_settled = false")
                        .param(id.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether anybody is awaited: if not, the circulation is on its way to the next round, or to the seal. */
    boolean isAnybodyAwaited(DeclarationId id) {
        return count(id, "round_started = true and round_settled = false") > 0;
    }

    private long count(DeclarationId id, String condition) {
        return jdbc.sql("select count(*) from signatory where declaration_id = ? and " + condition)
                .param(id.value())
                .query(Long.class)
                .single();
    }
}
