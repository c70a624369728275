package org.alternat.circulation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * On the embedded database there is one process: whoever opens the file knows that every lock on a step belongs to a process
 * that is gone, and need not wait five minutes for it. On a shared database another node may be at work, so the lock's time
 * decides there.
 */
@Component
class DeadLocks {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLocks.class);

    private final JdbcClient jdbc;
    private final boolean alone;

    DeadLocks(JdbcClient jdbc, @Value("${spring.datasource.url:}") String url) {
        this.jdbc = jdbc;
        this.alone = url.startsWith("jdbc:h2:file:");
    }

    void release() {
        if (!alone) {
            return;
        }
        int released = jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null"
                        + " where LOCK_OWNER_ is not null")
                .update();
        if (released > 0) {
            LOG.info("{} steps of a process that is gone go on now", released);
        }
    }
}
