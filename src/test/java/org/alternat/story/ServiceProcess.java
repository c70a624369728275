package org.alternat.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.alternat.demo.Browser;

/** The packaged jar in a process of its own, which can be killed without a word. */
final class ServiceProcess implements AutoCloseable {

    private final Process process;
    private final URI address;

    private ServiceProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static ServiceProcess start(Path home, int port, List<String> settings) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "alternat.jar").toAbsolutePath().toString(),
                "--server.port=" + port));
        command.addAll(Service.settings(home));
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "service-process.log").toFile()))
                .start();
        ServiceProcess service = new ServiceProcess(process, URI.create("http://localhost:" + port));
        service.awaitReady();
        return service;
    }

    private void awaitReady() throws Exception {
        Service.await("the service answers", 120, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the service ended with " + process.exitValue());
            }
            try {
                return new Browser().open(address.resolve("/actuator/health")).status() == 200;
            } catch (java.io.UncheckedIOException e) {
                return false;
            }
        });
    }

    URI address() {
        return address;
    }

    /** SIGKILL: nothing is flushed, nothing is said. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }
}
