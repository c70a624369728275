package org.alternat.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.alternat.demo.Page;
import org.alternat.demo.SimulatedSignatory;
import org.alternat.story.Database;
import org.alternat.story.PostOffice;
import org.alternat.story.SampleCirculations;
import org.alternat.story.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everybody answers at the same moment: the whole service on PostgreSQL, over HTTP, with the signatories' own browsers in
 * the same process. Counted from the first press until the last signature stands in the chain.
 */
class AnswersBenchmark {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final int READING_AT_ONCE = 6;
    private static final int PATIENCE_SECONDS = 600;

    @TempDir
    Path folder;

    @Test
    void all_answer_at_once() throws Exception {
        BenchmarkRows rows = new BenchmarkRows("alternat");
        answers(24, "warm-up");
        List<Answers> few = List.of(answers(24, "a"), answers(24, "b"), answers(24, "c"));
        Answers many = answers(200, "d");

        rows.add(
                "answers-24",
                24,
                few.get(0).file(),
                Cost.median(few.stream().map(Answers::cost).toList()),
                0);
        rows.add("answers-200", 200, many.file(), many.cost(), 0);
        rows.add("stored", 24, few.get(0).file(), new Cost(0, 0), few.get(0).stored());
        rows.add("stored", 200, many.file(), new Cost(0, 0), many.stored());
        rows.publish();
    }

    private Answers answers(int signatories, String name) throws Exception {
        try (Database.Running database = Database.POSTGRESQL.start();
                PostOffice post = new PostOffice().open()) {
            List<String> settings = new ArrayList<>(database.settings());
            settings.addAll(Service.mailTo(post));
            try (Service service = Service.start(folder.resolve(name), settings)) {
                new SampleCirculations(service.organiser()).release(signatories);
                List<Callable<Page>> presses = readers(post, signatories);
                JdbcClient jdbc = service.bean(JdbcClient.class);
                Cost cost = together(signatories, presses, () -> revisions(jdbc, "SIGNATURE") == signatories);
                Service.await("the seal", PATIENCE_SECONDS, () -> revisions(jdbc, "ARCHIVE_TIMESTAMP") == 1);
                return new Answers(
                        cost,
                        number(jdbc, "select max(total_length) from document_revision"),
                        number(jdbc, "select pg_total_relation_size('document_revision')"));
            }
        }
    }

    /** Everybody has followed the link, entered the code and read; what is left is the press. */
    static List<Callable<Page>> readers(PostOffice post, int signatories) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(READING_AT_ONCE);
        try {
            List<Callable<Callable<Page>>> reading = new ArrayList<>();
            for (int n = 1; n <= signatories; n++) {
                SimulatedSignatory person = new SimulatedSignatory(SampleCirculations.address(n), post);
                reading.add(() -> {
                    Page document = person.reachDocument();
                    String path = document.address().getPath().replaceFirst("/document$", "/signature");
                    return () -> person.browser().submit(document, path, Map.of("read", "true"));
                });
            }
            List<Callable<Page>> presses = new ArrayList<>();
            for (Future<Callable<Page>> ready : people.invokeAll(reading)) {
                presses.add(ready.get());
            }
            return presses;
        } finally {
            people.shutdownNow();
        }
    }

    /** @param clients how many of them at the same moment; the others as these have been answered */
    static Cost together(int clients, List<Callable<Page>> presses, Callable<Boolean> allStand) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(clients);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Page>> pages = new ArrayList<>();
            for (Callable<Page> press : presses) {
                pages.add(people.submit(() -> {
                    go.await();
                    return press.call();
                }));
            }
            long cpu = PROCESS.getProcessCpuTime();
            long wall = System.nanoTime();
            go.countDown();
            for (Future<Page> page : pages) {
                if (page.get().status() != 200) {
                    throw new IllegalStateException(
                            "an answer ended with status " + page.get().status());
                }
            }
            while (!allStand.call()) {
                if (System.nanoTime() - wall > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IllegalStateException("signatures are missing");
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return new Cost((PROCESS.getProcessCpuTime() - cpu) / 1e6, (System.nanoTime() - wall) / 1e6);
        } finally {
            people.shutdownNow();
        }
    }

    static int revisions(JdbcClient jdbc, String kind) {
        return jdbc.sql("select count(*) from document_revision where kind = ?")
                .param(kind)
                .query(Integer.class)
                .single();
    }

    private static long number(JdbcClient jdbc, String question) {
        return jdbc.sql(question).query(Long.class).single();
    }

    private record Answers(Cost cost, long file, long stored) {}
}
