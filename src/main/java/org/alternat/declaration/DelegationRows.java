package org.alternat.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.SignatoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom signatories have named to act in their place. The caller holds the declaration's lock. */
@Component
class DelegationRows {

    private final JdbcClient jdbc;

    DelegationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Delegation keep(Signatory from, Person to, Instant at) {
        int number = of(from.id()).size() + 1;
        jdbc.sql(
                        "insert into delegation (signatory_id, delegation_number, declaration_id, person_version, given_name,"
                                + " family_name, capacity, email, language_tag, asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        from.id().value(),
                        number,
                        from.declarationId().value(),
                        from.version(),
                        to.givenName(),
                        to.familyName(),
                        to.capacity(),
                        to.email().value(),
                        to.locale().toLanguageTag(),
                        DeclarationRows.stored(at))
                .update();
        return find(from.id(), number).orElseThrow();
    }

    void decide(Delegation delegation, Delegation.Decision decision) {
        jdbc.sql("update delegation set decision = ? where signatory_id = ? and delegation_number = ?")
                .params(decision.name(), delegation.signatoryId().value(), delegation.number())
                .update();
    }

    Optional<Delegation> find(SignatoryId id, int number) {
        return jdbc.sql("select * from delegation where signatory_id = ? and delegation_number = ?")
                .params(id.value(), number)
                .query(DelegationRows::delegation)
                .optional();
    }

    List<Delegation> of(SignatoryId id) {
        return jdbc.sql("select * from delegation where signatory_id = ? order by delegation_number")
                .param(id.value())
                .query(DelegationRows::delegation)
                .list();
    }

    /** Those that somebody must still decide, and that are not overtaken by an answer or another person; the oldest first. */
    List<Delegation> undecided(DeclarationId id) {
        return jdbc.sql("select d.* from delegation d join signatory s on s.id = d.signatory_id"
                        + " where d.declaration_id = ? and d.decision is null and s.person_version = d.person_version"
                        + " and s.consented_at is null and s.refused_at is null and s.expired_at is null"
                        + " and s.paper_at is null"
                        + " order by d.asked_at, d.signatory_id")
                .param(id.value())
                .query(DelegationRows::delegation)
                .list();
    }

    DelegationRule rule(DeclarationId id) {
        return jdbc.sql("select delegation_rule from declaration where id = ?")
                .param(id.value())
                .query((row, n) -> DelegationRule.valueOf(row.getString(1)))
                .optional()
                .orElseThrow(() -> new UnknownDeclarationException(id));
    }

    void rule(DeclarationId id, DelegationRule chosen) {
        jdbc.sql("update declaration set delegation_rule = ? where id = ?")
                .params(chosen.name(), id.value())
                .update();
    }

    private static Delegation delegation(ResultSet row, int n) throws SQLException {
        String decision = row.getString("decision");
        return new Delegation(
                new SignatoryId(row.getObject("signatory_id", UUID.class)),
                row.getInt("delegation_number"),
                new DeclarationId(row.getObject("declaration_id", UUID.class)),
                row.getInt("person_version"),
                new Person(
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getString("capacity"),
                        new EmailAddress(row.getString("email")),
                        Locale.forLanguageTag(row.getString("language_tag"))),
                DeclarationRows.known(row, "asked_at"),
                decision == null ? null : Delegation.Decision.valueOf(decision));
    }
}
