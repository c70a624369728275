package org.alternat.declaration;

import java.util.Optional;
import org.alternat.shared.DeclarationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which declaration corrects which, and what the later one takes over besides its parties. */
@Component
class CorrectionRows {

    private final JdbcClient jdbc;

    CorrectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Declaration> earlier(DeclarationId later) {
        return jdbc.sql("select * from declaration where id = (select supersedes from declaration where id = ?)")
                .param(later.value())
                .query(DeclarationColumns::declaration)
                .optional();
    }

    Optional<Declaration> later(DeclarationId earlier) {
        return jdbc.sql("select * from declaration where supersedes = ?")
                .param(earlier.value())
                .query(DeclarationColumns::declaration)
                .optional();
    }

    /** What it is attached to, all organisers, what follows a refusal, who decides about delegations, and for whom each delegate acts. */
    void takeOver(DeclarationId earlier, DeclarationId later) {
        jdbc.sql("insert into instrument (declaration_id, original_id, kind, original_sha256)"
                        + " select cast(? as uuid), original_id, kind, original_sha256 from instrument"
                        + " where declaration_id = ?")
                .params(later.value(), earlier.value())
                .update();
        jdbc.sql(
                        "update declaration set supersedes = ?,"
                                + " after_refusal = (select e.after_refusal from declaration e where e.id = ?),"
                                + " delegation_rule = (select e.delegation_rule from declaration e where e.id = ?) where id = ?")
                .params(earlier.value(), earlier.value(), earlier.value(), later.value())
                .update();
        jdbc.sql(
                        "insert into declaration_organiser (declaration_id, staff_id, full_name, email, language_tag)"
                                + " select cast(? as uuid), e.staff_id, e.full_name, e.email, e.language_tag"
                                + " from declaration_organiser e where e.declaration_id = ? and not exists"
                                + " (select 1 from declaration_organiser o where o.declaration_id = ? and o.staff_id = e.staff_id)")
                .params(later.value(), earlier.value(), later.value())
                .update();
        jdbc.sql("update signatory set on_behalf_of = (select e.on_behalf_of from signatory e"
                        + " join party p on p.id = e.party_id where e.declaration_id = ? and e.email = signatory.email"
                        + " and e.signatory_role = signatory.signatory_role"
                        + " and p.name = (select o.name from party o where o.id = signatory.party_id))"
                        + " where declaration_id = ?")
                .params(earlier.value(), later.value())
                .update();
    }
}
