package org.alternat.circulation;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Which nodes are at work, for {@link DeadLocks}; and an hour for every step that was made without one: the engine now looks for
 * hours only and would never see it.
 */
@Component
@SuppressWarnings("ClassName") // Flyway reads version and description from it
class V30__EngineNodes extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("create table engine_node (lock_owner varchar(255) primary key,"
                    + " seen_at timestamp(6) with time zone not null)");
            statement.execute("update ACT_RU_JOB set DUEDATE_ = coalesce(CREATE_TIME_, timestamp '2020-01-01 00:00:00')"
                    + " where DUEDATE_ is null");
        }
    }
}
