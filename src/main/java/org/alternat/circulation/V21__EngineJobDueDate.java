package org.alternat.circulation;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Each waiting invitation holds timers that are due in weeks; looking for the few that are due now must not read them all. In
 * Java like the tables, so that a test of another package, which knows no engine, runs neither.
 */
@Component
@SuppressWarnings("ClassName") // Flyway reads version and description from it
class V21__EngineJobDueDate extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("create index alt_idx_job_duedate on ACT_RU_JOB (DUEDATE_)");
        }
    }
}
