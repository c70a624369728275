package org.alternat.benchmark;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the command to the first answer that says that the service is up, in a JVM of its own: the packaged jar, and the
 * launcher with its class-data-sharing archive. Each first start makes a home (keys, database); the next one finds it.
 */
class StartBenchmark {

    private static final int REPETITIONS = 3;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
    private static final Path JAR = Path.of("target", "alternat.jar");
    private static final Path LAUNCHER = Path.of("target", "alternat", "alternat");
    private static final Path ARCHIVE = Path.of("target", "alternat", "alternat.jsa");

    @TempDir
    Path folder;

    @Test
    void from_the_command_until_ready() throws Exception {
        List<String> plain =
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString());
        List<String> shared = List.of(LAUNCHER.toString());
        List<Cost> first = new ArrayList<>();
        List<Cost> again = new ArrayList<>();
        List<Cost> firstShared = new ArrayList<>();
        List<Cost> againShared = new ArrayList<>();

        for (int n = 0; n < REPETITIONS; n++) {
            first.add(start(plain, "plain-" + n));
            again.add(start(plain, "plain-" + n));
            firstShared.add(start(shared, "shared-" + n));
            againShared.add(start(shared, "shared-" + n));
        }

        BenchmarkRows rows = new BenchmarkRows("alternat");
        rows.add("start", 1, Files.size(JAR), Cost.median(first), 0);
        rows.add("start", 2, Files.size(JAR), Cost.median(again), 0);
        rows.add("start-cds", 1, Files.size(ARCHIVE), Cost.median(firstShared), 0);
        rows.add("start-cds", 2, Files.size(ARCHIVE), Cost.median(againShared), 0);
        rows.publish();
    }

    private Cost start(List<String> how, String home) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(how);
        command.add("--alternat.home=" + folder.resolve(home));
        command.add("--server.port=" + port);
        Path log = folder.resolve(home + ".log");
        long started = System.nanoTime();
        Process service = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (!isUp(port)) {
                if (!service.isAlive() || System.nanoTime() - started > PATIENCE) {
                    throw new IllegalStateException("The service does not start:\n" + Files.readString(log));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            long wall = System.nanoTime() - started;
            long cpu = service.info().totalCpuDuration().orElseThrow().toNanos();
            return new Cost(cpu / 1e6, wall / 1e6);
        } finally {
            service.destroy();
            if (!service.waitFor(1, TimeUnit.MINUTES)) {
                service.destroyForcibly().waitFor();
            }
        }
    }

    private static boolean isUp(int port) {
        try {
            HttpURLConnection asked = (HttpURLConnection) URI.create("http://localhost:" + port + "/actuator/health")
                    .toURL()
                    .openConnection();
            return asked.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
