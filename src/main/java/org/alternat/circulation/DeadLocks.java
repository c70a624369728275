package org.alternat.circulation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Frees the steps that a dead process had locked, so that nobody waits for the lock's five minutes. On the embedded database
 * whoever opens the file knows that every lock is a dead one's. On a shared one each node says every few seconds that it lives,
 * by the database's clock, and the others free what a silent one had locked (decision 0030).
 */
@Component
class DeadLocks {

    /** Six beats: a node that only pauses is not taken for dead. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(DeadLocks.class);

    /** The revision goes up: a node that was only slow cannot commit the step any more that somebody else carries out now. */
    private static final String FREE =
            "update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1";

    private final JdbcClient jdbc;
    private final boolean alone;
    private @Nullable ScheduledExecutorService pulse;
    private @Nullable Future<?> beats;

    DeadLocks(JdbcClient jdbc, @Value("${spring.datasource.url:}") String url) {
        this.jdbc = jdbc;
        this.alone = url.startsWith("jdbc:h2:file:");
    }

    void release() {
        if (alone) {
            tell(jdbc.sql(FREE + " where LOCK_OWNER_ is not null").update());
        }
    }

    /** From now on this node says that it lives, and looks after the others. */
    void watch(JobExecutor executor) {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "circulation-pulse");
            thread.setDaemon(true);
            return thread;
        });
        beats = started.scheduleWithFixedDelay(() -> beatSafely(executor), 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
        pulse = started;
    }

    /** What this node has locked and not begun is anybody's. To be called when its workers have stopped. */
    void leave(JobExecutor executor) {
        if (pulse != null && beats != null) {
            beats.cancel(false);
            pulse.shutdown();
        }
        try {
            free(executor.getLockOwner());
        } catch (RuntimeException e) {
            LOG.warn("The steps of this node stay locked until it is missed: the database does not answer");
        }
    }

    private void beatSafely(JobExecutor executor) {
        try {
            if (beat(executor.getLockOwner()) > 0) {
                executor.jobWasAdded();
            }
        } catch (RuntimeException e) {
            LOG.warn("The database does not answer; other nodes may take over the steps of this one");
        }
    }

    /** Says that the owner lives and frees the steps of those who fell silent. Returns how many steps. */
    int beat(String owner) {
        int known = jdbc.sql("update engine_node set seen_at = current_timestamp where lock_owner = ?")
                .param(owner)
                .update();
        if (known == 0) {
            jdbc.sql("insert into engine_node (lock_owner, seen_at) values (?, current_timestamp)")
                    .param(owner)
                    .update();
        }
        List<String> silent = jdbc.sql("select lock_owner from engine_node where seen_at < current_timestamp"
                        + " - interval '" + SILENCE.toSeconds() + "' second")
                .query(String.class)
                .list();
        return silent.stream().mapToInt(this::free).sum();
    }

    private int free(String owner) {
        int steps = jdbc.sql(FREE + " where LOCK_OWNER_ = ?").param(owner).update();
        jdbc.sql("delete from engine_node where lock_owner = ?").param(owner).update();
        tell(steps);
        return steps;
    }

    private static void tell(int steps) {
        if (steps > 0) {
            LOG.info("{} steps of a process that is gone go on now", steps);
        }
    }
}
