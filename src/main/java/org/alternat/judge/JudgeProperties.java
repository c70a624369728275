package org.alternat.judge;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the judge is run.
 *
 * @param directory where its class path lies; {@code judge/} beside the running jar (or beside {@code target/classes}) when absent
 * @param memory the child's heap at most
 * @param timeout how long one judgement may take, plus a second for each megabyte of the file; and how long it may wait for
 *     the one before it
 * @param visitorTimeout how long the judgement of a file may take that a visitor brings, plus a second for each megabyte
 */
@ConfigurationProperties("alternat.judge")
record JudgeProperties(
        @Nullable Path directory,
        @DefaultValue("512MB") DataSize memory,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("20s") Duration visitorTimeout) {

    JudgeProperties {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("alternat.judge.timeout must be longer than nothing");
        }
        if (visitorTimeout.isNegative() || visitorTimeout.isZero()) {
            throw new IllegalArgumentException("alternat.judge.visitor-timeout must be longer than nothing");
        }
        if (memory.toMegabytes() < 64) {
            throw new IllegalArgumentException("alternat.judge.memory must be 64MB at least");
        }
    }
}
