package org.alternat.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.SignatoryState;
import org.alternat.demo.Browser;
import org.alternat.demo.SimulatedOrganiser;
import org.alternat.demo.SimulatedSignatory;
import org.alternat.shared.DeclarationId;
import org.alternat.story.Database;
import org.alternat.story.PostOffice;
import org.alternat.story.SampleCirculations;
import org.alternat.story.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people wait for: a thousand requests, one after the other, of the page behind the link, of the document page and of the board,
 * each compressed as browsers ask for it. Wall time is that until the first byte; the processor time of this process, browser
 * included, is the mean of a request. The service runs on PostgreSQL.
 */
class PagesBenchmark {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final int WARM_UP = 300;
    private static final int REQUESTS = 1000;
    private static final int PATIENCE_SECONDS = 600;

    @TempDir
    Path folder;

    @Test
    void pages_of_few_and_of_many_signatories() throws Exception {
        BenchmarkRows rows = new BenchmarkRows("alternat");
        for (int signatories : List.of(24, 1000)) {
            pages(signatories, rows);
        }
        rows.publish();
    }

    private void pages(int signatories, BenchmarkRows rows) throws Exception {
        try (Database.Running database = Database.POSTGRESQL.start();
                PostOffice post = new PostOffice().open()) {
            List<String> settings = new ArrayList<>(database.settings());
            settings.addAll(Service.mailTo(post));
            try (Service service = Service.start(folder.resolve("home-" + signatories), settings)) {
                SimulatedOrganiser organiser = service.organiser();
                DeclarationId id = new SampleCirculations(organiser).release(signatories);
                Signatories all = service.bean(Signatories.class);
                Service.await("every invitation", PATIENCE_SECONDS, () -> all.of(id).stream()
                        .allMatch(one -> one.state() == SignatoryState.INVITED));
                SimulatedSignatory person = new SimulatedSignatory(SampleCirculations.address(1), post);
                URI document = person.reachDocument().address();
                URI link = URI.create(document.toString().replaceFirst("/document$", ""));
                measure("page-landing", signatories, new Browser(), link, rows);
                measure("page-document", signatories, person.browser(), document, rows);
                URI board = service.address().resolve("/declarations/" + id);
                measure("page-board", signatories, organiser.browser(), board, rows);
            }
        }
    }

    private static void measure(String work, int signatories, Browser browser, URI address, BenchmarkRows rows) {
        for (int n = 0; n < WARM_UP; n++) {
            firstByte(browser, address);
        }
        long cpu = PROCESS.getProcessCpuTime();
        double[] waits = new double[REQUESTS];
        long bytes = 0;
        for (int n = 0; n < REQUESTS; n++) {
            Answer answer = firstByte(browser, address);
            waits[n] = answer.wallMs();
            bytes = answer.bytes();
        }
        double cpuMs = (PROCESS.getProcessCpuTime() - cpu) / 1e6 / REQUESTS;
        Arrays.sort(waits);
        rows.add(work + "-p50", signatories, 0, new Cost(cpuMs, waits[REQUESTS / 2 - 1]), bytes);
        rows.add(work + "-p95", signatories, 0, new Cost(cpuMs, waits[REQUESTS * 95 / 100 - 1]), bytes);
    }

    private static Answer firstByte(Browser browser, URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .header("Accept-Language", "fr");
        AtomicLong first = new AtomicLong();
        long started = System.nanoTime();
        HttpResponse<byte[]> response = browser.send(request, head -> {
            first.set(System.nanoTime());
            return BodyHandlers.ofByteArray().apply(head);
        });
        if (response.statusCode() != 200 || !response.uri().equals(address)) {
            throw new IllegalStateException("status " + response.statusCode());
        }
        return new Answer((first.get() - started) / 1e6, response.body().length);
    }

    private record Answer(double wallMs, long bytes) {}
}
