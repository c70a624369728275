package org.alternat.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.UUID;
import org.alternat.moment.City;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;

/** One row of the table of declarations as a value. */
final class DeclarationColumns {

    private DeclarationColumns() {}

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                CompletionRule.parse(row.getString("completion_rule")).orElseThrow(),
                DeclarationRows.instant(row, "open_until"),
                OrderOfPrecedence.parse(row.getString("precedence_order")).orElseThrow(),
                row.getBoolean("ad_referendum"),
                City.parse(row.getString("cities"), ZoneId.of(row.getString("zone")))
                        .orElseThrow());
    }

    static Declaration declaration(ResultSet row, int n) throws SQLException {
        return new Declaration(
                new DeclarationId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                DeclarationState.valueOf(row.getString("declaration_state")),
                row.getString("title"),
                row.getString("place_and_date"),
                LanguageVersions.parse(row.getString("languages")),
                ZoneId.of(row.getString("zone")),
                DeclarationRows.known(row, "deadline"),
                terms(row),
                new Sha256(row.getString("text_sha256")),
                row.getInt("pages"),
                DeclarationRows.known(row, "created_at"),
                DeclarationRows.instant(row, "released_at"),
                DeclarationRows.instant(row, "effective_at"),
                DeclarationRows.instant(row, "closed_at"));
    }
}
