package org.alternat.circulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's own tables, made from the scripts inside its jar, so that there is no copy of them to fall behind. A new
 * version of the engine brings upgrade scripts: a further migration runs those and this one stays.
 */
@Component
@SuppressWarnings("ClassName") // Flyway reads version and description from it
class V20__EngineTables extends BaseJavaMigration {

    /** In the order in which the engine itself runs them; later ones refer to tables of earlier ones. */
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        String vendor = vendor(connection);
        for (String part : PARTS) {
            ScriptUtils.executeSqlScript(
                    connection,
                    new EncodedResource(
                            new ClassPathResource(
                                    "org/camunda/bpm/engine/db/create/activiti." + vendor + ".create." + part + ".sql"),
                            "UTF-8"));
        }
    }

    private static String vendor(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "h2" -> "h2";
            case "postgresql" -> "postgres";
            default ->
                throw new SQLException("The process engine's tables are made for H2 and PostgreSQL, not for " + product
                        + ": check spring.datasource.url");
        };
    }
}
