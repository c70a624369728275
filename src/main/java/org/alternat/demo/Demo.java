package org.alternat.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.alternat.shared.EmailAddress;
import tools.jackson.databind.JsonNode;

/**
 * Circulates the sample declaration to all its signatories and lets each of them sign, over real HTTP, through the same
 * pages that people use. Nothing here reaches into the service.
 */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 6;

    private final URI service;
    private final Path home;
    private final Clock clock;
    private final PrintStream screen;

    public Demo(URI service, Path home, Clock clock, PrintStream screen) {
        this.service = service;
        this.home = home;
        this.clock = clock;
        this.screen = screen;
    }

    /** Runs the whole story; returns what the last lines of the screen will say. */
    public Outcome run() {
        try {
            SimulatedOrganiser organiser = new SimulatedOrganiser(service, "camille@organisers.example.org", clock);
            organiser.setUp(URI.create(
                    Files.readString(home.resolve("first-organiser.url")).strip()));
            String deadline = clock.instant().plus(30, ChronoUnit.DAYS).toString();
            String id = organiser.draft(SampleFiles.declaration(deadline), SampleFiles.document());
            organiser.release(id);
            Map<String, Long> waited = everybodySigns(organiser.status(id));
            JsonNode archived = awaitArchive(organiser, id);
            Path sealed = home.resolve("declaration.pdf");
            Path bag = home.resolve("package.zip");
            Files.write(sealed, organiser.download("/api/v1/declarations/" + id + "/document"));
            Files.write(bag, organiser.download("/api/v1/declarations/" + id + "/package"));
            return new Outcome(
                    rows(archived, waited, ValidationLevels.of(bag)), sealed.toAbsolutePath(), bag.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Long> everybodySigns(JsonNode status) {
        List<String> addresses = signatories(status).stream()
                .map(signatory -> signatory.get("email").asString())
                .toList();
        OutboxMailbox mailbox = new OutboxMailbox(service);
        Map<String, Long> waited = new ConcurrentHashMap<>();
        AtomicInteger done = new AtomicInteger();
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> answers = new ArrayList<>();
            for (String address : addresses) {
                answers.add(people.submit(() -> {
                    SimulatedSignatory.Answer answer =
                            new SimulatedSignatory(new EmailAddress(address), mailbox).sign();
                    waited.put(address, answer.milliseconds());
                    progress(done.incrementAndGet(), addresses.size());
                }));
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
            return waited;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a signatory could not sign", e.getCause());
        } finally {
            people.shutdownNow();
        }
    }

    private static JsonNode awaitArchive(SimulatedOrganiser organiser, String id) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode status = organiser.status(id);
            if (status.get("state").asString().equals("ARCHIVED")) {
                return status;
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the declaration is still " + status.get("state"));
            }
            pause();
        }
    }

    private static List<Row> rows(JsonNode status, Map<String, Long> waited, Map<String, String> levels) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode signatory : signatories(status)) {
            String name = signatory.get("givenName").asString() + " "
                    + signatory.get("familyName").asString();
            String level = levels.get(name);
            if (level == null) {
                throw new IllegalStateException("the judge's report does not pass every signature");
            }
            rows.add(new Row(
                    name,
                    signatory.get("signedAt").asString(),
                    level,
                    waited.getOrDefault(signatory.get("email").asString(), -1L)));
        }
        return rows;
    }

    private static List<JsonNode> signatories(JsonNode status) {
        return status.get("parties")
                .valueStream()
                .flatMap(party -> party.get("signatories").valueStream())
                .collect(Collectors.toList());
    }

    private synchronized void progress(int done, int all) {
        screen.print("\r" + done + " of " + all + " have signed" + (done == all ? "\n" : ""));
        screen.flush();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** One line of the table. */
    record Row(String signatory, String instant, String level, long milliseconds) {}

    /** What the demo leaves behind. */
    public record Outcome(List<Row> rows, Path sealed, Path bag) {

        /** Prints the table and the three closing lines, which scripts read. */
        public void print(PrintStream screen) {
            screen.printf("%-32s  %-28s  %-19s  %5s%n", "signatory", "instant", "level", "ms");
            for (Row row : rows) {
                screen.printf(
                        "%-32s  %-28s  %-19s  %5d%n", row.signatory(), row.instant(), row.level(), row.milliseconds());
            }
            screen.println("signatures " + rows.size());
            screen.println("sealed " + sealed);
            screen.println("package " + bag);
        }
    }
}
