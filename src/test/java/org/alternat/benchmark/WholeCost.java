package org.alternat.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What some work costs this process and the PostgreSQL server beside it, whose processes tell their time under {@code /proc}. */
final class WholeCost {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** The kernel counts in hundredths of a second (proc(5), {@code /proc/pid/stat}, fields 14 and 15). */
    private static final double MS_PER_TICK = 10;

    private static final int USER_TIME = 11;

    private final JdbcClient jdbc;

    WholeCost(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The mean cost of one of several pieces of work in a row. */
    Cost of(int times, Piece work) throws Exception {
        double cpu = cpuMs();
        long wall = System.nanoTime();
        for (int n = 0; n < times; n++) {
            work.run(n);
        }
        return new Cost((cpuMs() - cpu) / times, (System.nanoTime() - wall) / 1e6 / times);
    }

    private double cpuMs() {
        List<Integer> servers = jdbc.sql("select pid from pg_stat_activity where backend_type = 'client backend'")
                .query(Integer.class)
                .list();
        return PROCESS.getProcessCpuTime() / 1e6
                + servers.stream().mapToDouble(WholeCost::cpuMsOf).sum();
    }

    private static double cpuMsOf(int pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Integer.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) * MS_PER_TICK;
        } catch (NoSuchFileException e) {
            return 0; // it has gone meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of several pieces of work. */
    @FunctionalInterface
    interface Piece {
        void run(int n) throws Exception;
    }
}
