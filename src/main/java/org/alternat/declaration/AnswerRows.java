package org.alternat.declaration;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What signatories have answered. Each write is guarded by what the row says and tells whether it changed something; whether
 * the declaration circulates, the caller has asked under its lock.
 */
@Component
class AnswerRows {

    private static final String UNANSWERED =
            " where id = ? and consented_at is null and refused_at is null and expired_at is null and paper_at is null";

    private static final String ASKED = " and round_started = true";

    private static final String MAY_CONFIRM =
            " and signatory_role = 'SIGNATORY' and exists (select 1 from declaration d"
                    + " where d.id = signatory.declaration_id and d.ad_referendum = true)";

    private static final String IN_TIME =
            " and exists (select 1 from declaration d where d.id = signatory.declaration_id"
                    + " and case when d.effective_at is not null and d.open_until > d.deadline then d.open_until"
                    + " else d.deadline end > ?)";

    private static final String SIGNING = Arrays.stream(SignatoryRole.values())
            .filter(SignatoryRole::signs)
            .map(role -> "'" + role.name() + "'")
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long countSigning(DeclarationId id) {
        return count(" and signatory_role in (" + SIGNING + ")", id);
    }

    long countSigned(DeclarationId id) {
        return count(" and (signed_at is not null or paper_at is not null)", id);
    }

    private long count(String which, DeclarationId id) {
        return jdbc.sql("select count(*) from signatory where declaration_id = ?" + which)
                .param(id.value())
                .query(Long.class)
                .single();
    }

    /** How often a signature on paper was undone while this person held the place. */
    int papersUndone(Signatory signatory) {
        return jdbc.sql("select count(*) from paper_signature_undone where signatory_id = ? and person_version = ?")
                .params(signatory.id().value(), signatory.version())
                .query(Integer.class)
                .single();
    }

    boolean invited(SignatoryId id, Instant at) {
        return changed("update signatory set invited_at = ?" + UNANSWERED + " and invited_at is null", at, id);
    }

    boolean consented(SignatoryId id, Instant at) {
        return jdbc.sql("update signatory set consented_at = ?" + UNANSWERED + ASKED + IN_TIME)
                        .params(DeclarationRows.stored(at), id.value(), DeclarationRows.stored(at))
                        .update()
                == 1;
    }

    boolean consentedAdReferendum(SignatoryId id, Instant at) {
        return jdbc.sql("update signatory set consented_at = ?, ad_referendum = true" + UNANSWERED + ASKED + IN_TIME
                                + MAY_CONFIRM)
                        .params(DeclarationRows.stored(at), id.value(), DeclarationRows.stored(at))
                        .update()
                == 1;
    }

    boolean confirmed(SignatoryId id, Instant at) {
        return changed(
                "update signatory set confirmed_at = ? where id = ? and ad_referendum = true"
                        + " and signed_at is not null and confirmed_at is null",
                at,
                id);
    }

    boolean signed(SignatoryId id, Instant at, int revision) {
        return jdbc.sql("update signatory set signed_at = ?, revision_number = ?"
                                + " where id = ? and consented_at is not null and signed_at is null")
                        .params(DeclarationRows.stored(at), revision, id.value())
                        .update()
                == 1;
    }

    boolean refused(SignatoryId id, Instant at, @Nullable String reason) {
        return jdbc.sql("update signatory set refused_at = ?, refusal_reason = ?" + UNANSWERED + ASKED + IN_TIME)
                        .param(DeclarationRows.stored(at))
                        .param(reason)
                        .param(id.value())
                        .param(DeclarationRows.stored(at))
                        .update()
                == 1;
    }

    void attended(SignatoryId id, Attendance attendance) {
        jdbc.sql("update signatory set attendance = ? where id = ?")
                .params(attendance.name(), id.value())
                .update();
    }

    boolean expired(SignatoryId id, Instant at) {
        return changed("update signatory set expired_at = ?" + UNANSWERED, at, id);
    }

    private boolean changed(String update, Instant at, SignatoryId id) {
        return jdbc.sql(update).params(DeclarationRows.stored(at), id.value()).update() == 1;
    }
}
