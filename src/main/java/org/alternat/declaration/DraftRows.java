package org.alternat.declaration;

import org.alternat.moment.City;
import org.alternat.shared.DeclarationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What changes in the table of declarations while one of them is a draft. The caller holds its lock. */
@Component
class DraftRows {

    private final JdbcClient jdbc;

    DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void text(DeclarationId id, DraftText text) {
        jdbc.sql("update declaration set title = ?, place_and_date = ?, languages = ?, text_sha256 = ?, pages = ?"
                        + " where id = ?")
                .params(
                        text.title(),
                        text.placeAndDate(),
                        text.versions().toString(),
                        text.document().text().sha256().hex(),
                        text.document().pages(),
                        id.value())
                .update();
        jdbc.sql("delete from declaration_text where declaration_id = ?")
                .param(id.value())
                .update();
    }

    void rules(DeclarationId id, DraftRules rules) {
        Terms terms = rules.terms();
        @Nullable Object openUntil = terms.openUntil() == null ? null : DeclarationRows.stored(terms.openUntil());
        jdbc.sql("update declaration set zone = ?, deadline = ?, completion_rule = ?, precedence_order = ?,"
                        + " ad_referendum = ?, cities = ?, open_until = ?, rules_set = true where id = ?")
                .params(
                        rules.zone().getId(),
                        DeclarationRows.stored(rules.deadline()),
                        terms.rule().toString(),
                        terms.order().toString(),
                        terms.adReferendum(),
                        City.write(terms.cities()))
                .param(openUntil)
                .param(id.value())
                .update();
    }

    /** The rules are proposals from here on, until somebody sets them. */
    void propose(DeclarationId id) {
        jdbc.sql("update declaration set rules_set = false where id = ?")
                .param(id.value())
                .update();
    }

    boolean rulesAreSet(DeclarationId id) {
        return jdbc.sql("select rules_set from declaration where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }
}
