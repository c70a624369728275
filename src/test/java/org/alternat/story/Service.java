package org.alternat.story;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.alternat.AlternatApplication;
import org.alternat.demo.SimulatedOrganiser;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service as it ships, in this process, on a free port, with a home of its own. */
public final class Service implements AutoCloseable {

    private final Path home;
    private final ConfigurableApplicationContext context;

    private Service(Path home, ConfigurableApplicationContext context) {
        this.home = home;
        this.context = context;
    }

    public static Service start(Path home, List<String> settings) {
        List<String> arguments = new ArrayList<>(settings(home));
        arguments.add("--server.port=0");
        arguments.addAll(settings);
        return new Service(
                home, new SpringApplication(AlternatApplication.class).run(arguments.toArray(String[]::new)));
    }

    static List<String> settings(Path home) {
        return List.of(
                "--alternat.home=" + home,
                "--alternat.mail.from=Alternat <declarations@alternat.example.org>",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn");
    }

    public static List<String> mailTo(PostOffice post) {
        return List.of("--spring.mail.host=127.0.0.1", "--spring.mail.port=" + post.port());
    }

    public URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public SimulatedOrganiser organiser() {
        return organiser(address(), home);
    }

    static SimulatedOrganiser organiser(URI address, Path home) {
        try {
            SimulatedOrganiser organiser =
                    new SimulatedOrganiser(address, "camille@organisers.example.org", Clock.systemUTC());
            organiser.setUp(URI.create(
                    Files.readString(home.resolve("first-organiser.url")).strip()));
            return organiser;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Waits until something is true, asking a few times a second. */
    public static void await(String what, int seconds, java.util.concurrent.Callable<Boolean> condition)
            throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.call()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + seconds + " s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
