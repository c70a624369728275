package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DeadLocksTest {

    private JdbcClient jdbc;
    private DeadLocks locks;

    @BeforeEach
    void engine_tables() {
        DriverManagerDataSource database =
                new DriverManagerDataSource("jdbc:h2:mem:" + java.util.UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations(new String[0])
                .javaMigrations(new V20__EngineTables(), new V21__EngineJobDueDate(), new V30__EngineNodes())
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
        locks = new DeadLocks(jdbc, "jdbc:postgresql://shared");
    }

    @Test
    void the_steps_of_a_node_that_fell_silent_go_on_elsewhere() {
        lockedBy("gone", "step");
        locks.beat("gone");
        silentFor("gone", DeadLocks.SILENCE.toSeconds() + 1);

        assertThat(locks.beat("alive")).isEqualTo(1);

        assertThat(owner("step")).isNull();
        assertThat(revision("step"))
                .as("the node that was only slow cannot commit it any more")
                .isEqualTo(2);
    }

    @Test
    void the_steps_of_a_node_that_lives_stay_its_own() {
        lockedBy("busy", "step");
        locks.beat("busy");
        silentFor("busy", DeadLocks.SILENCE.toSeconds() - 5);

        assertThat(locks.beat("alive")).isZero();

        assertThat(owner("step")).isEqualTo("busy");
    }

    private void lockedBy(String owner, String step) {
        jdbc.sql("insert into ACT_RU_JOB (ID_, REV_, TYPE_, LOCK_OWNER_, RETRIES_, SUSPENSION_STATE_, PRIORITY_)"
                        + " values (?, 1, 'message', ?, 3, 1, 0)")
                .params(step, owner)
                .update();
    }

    private void silentFor(String owner, long seconds) {
        jdbc.sql("update engine_node set seen_at = current_timestamp - interval '" + seconds
                        + "' second where lock_owner = ?")
                .param(owner)
                .update();
    }

    private String owner(String step) {
        return jdbc.sql("select LOCK_OWNER_ from ACT_RU_JOB where ID_ = ?")
                .param(step)
                .query((row, n) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private int revision(String step) {
        return jdbc.sql("select REV_ from ACT_RU_JOB where ID_ = ?")
                .param(step)
                .query(Integer.class)
                .single();
    }
}
