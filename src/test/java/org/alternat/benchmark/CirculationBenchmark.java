package org.alternat.benchmark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.alternat.access.SigningSession;
import org.alternat.declaration.Signatories;
import org.alternat.demo.SimulatedOrganiser;
import org.alternat.document.Revision;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.alternat.signing.AnswerOutcome;
import org.alternat.signing.Signing;
import org.alternat.story.Database;
import org.alternat.story.SampleCirculations;
import org.alternat.story.Service;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one answer costs in a circulation of any size, and what stays behind of it: the whole service on PostgreSQL, letters in
 * its outbox. An answer is counted from the press until its invitation is settled, in processor time of this process and of
 * the database's. Alone: {@code mvn -Pbenchmark verify -Dit.test=CirculationBenchmark -Dcirculation.sizes=24,200,1000}.
 */
class CirculationBenchmark {

    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("circulation.sizes", "24,200,1000,5000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int PATIENCE_SECONDS = 3600;
    private static final int IN_A_ROW = 20;
    private static final int AT_ONCE = 8;
    private static final Duration HISTORY_KEPT = Duration.ofDays(91);

    @TempDir
    Path folder;

    private JdbcClient jdbc;
    private Service service;
    private SimulatedOrganiser organiser;
    private WholeCost cost;

    @Test
    void an_answer_costs_the_same_whatever_came_before_it() throws Exception {
        BenchmarkRows rows = new BenchmarkRows("alternat");
        try (Database.Running database = Database.POSTGRESQL.start();
                Service started = Service.start(folder, database.settings())) {
            service = started;
            jdbc = service.bean(JdbcClient.class);
            cost = new WholeCost(jdbc);
            organiser = service.organiser();
            SampleCirculations circulations = new SampleCirculations(organiser);
            long empty = engineRows();
            answer(begun(circulations, 24).id(), 0, 24);
            Service.await("the archive", PATIENCE_SECONDS, this::allArchived);
            rows.add("engine-rows-left", 24, 0, new Cost(0, 0), engineRows() - empty);
            forgetHistory();
            rows.add("engine-rows-after-ttl", 24, 0, new Cost(0, 0), engineRows() - empty);
            for (int size : SIZES) {
                measure(circulations, size, rows);
            }
        }
        rows.publish();
    }

    private void measure(SampleCirculations circulations, int size, BenchmarkRows rows) throws Exception {
        Begun begun = begun(circulations, size);
        rows.add("circulation-start", size, 0, begun.cost(), 0);
        int answered = 0;
        for (int before : List.of(10, 100, 500, 980, 2500, size - IN_A_ROW)) {
            if (before < answered || before + IN_A_ROW > size) {
                continue;
            }
            answer(begun.id(), answered, before);
            Cost each = cost.of(IN_A_ROW, n -> answer(begun.id(), before + n, before + n + 1));
            rows.add(size == SIZES.get(SIZES.size() - 1) ? "answer" : "answer-of-" + size, before, 0, each, 0);
            System.out.printf("circulation of %d, %d answers before: %s%n", size, before, each);
            answered = before + IN_A_ROW;
        }
        // Not to be sealed: what a seal costs is another benchmark's question.
        organiser.post(begun.id().toString(), "cancel", Map.of("reason", "measured"));
    }

    private Begun begun(SampleCirculations circulations, int size) throws Exception {
        List<DeclarationId> id = new ArrayList<>();
        Cost start = cost.of(1, n -> {
            id.add(circulations.release(size));
            Service.await(
                    "the invitations",
                    PATIENCE_SECONDS,
                    () -> number(
                                    "select count(*) from signatory where declaration_id = ? and invited_at is not null",
                                    id.get(0).value())
                            == size);
        });
        return new Begun(id.get(0), start);
    }

    /** Lets those from one place to before another answer, eight at once, and waits until each of them is settled. */
    private void answer(DeclarationId id, int from, int to) throws Exception {
        List<SignatoryId> people = service.bean(Signatories.class).of(id).subList(from, to).stream()
                .map(signatory -> signatory.id())
                .toList();
        Revision shown = service.bean(Revisions.class).head(id).orElseThrow();
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(AT_ONCE, Math.max(1, people.size())));
        try {
            List<Future<AnswerOutcome>> presses = new ArrayList<>();
            for (SignatoryId person : people) {
                SigningSession session = new SigningSession(
                        Sha256.of(person.toString().getBytes(StandardCharsets.US_ASCII)),
                        id,
                        person,
                        1,
                        Instant.now(),
                        shown.number(),
                        shown.sha256(),
                        null);
                presses.add(pool.submit(() -> service.bean(Signing.class).consent(session, true)));
            }
            for (Future<AnswerOutcome> press : presses) {
                if (press.get() != AnswerOutcome.RECORDED) {
                    throw new IllegalStateException("an answer was " + press.get());
                }
            }
        } finally {
            pool.shutdownNow();
        }
        for (SignatoryId person : people) {
            while (number("select count(*) from signatory where id = ? and round_settled", person.value()) == 0) {
                LockSupport.parkNanos(2_000_000);
            }
        }
    }

    private boolean allArchived() {
        return number("select count(*) from declaration where archived_at is null") == 0
                && number("select count(*) from ACT_RU_EXECUTION") == 0;
    }

    /** Three months later the engine cleans up after itself. */
    private void forgetHistory() throws Exception {
        HistoryService history = service.bean(ProcessEngine.class).getHistoryService();
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(HISTORY_KEPT)));
        try {
            history.cleanUpHistoryAsync(true);
            Service.await(
                    "the clean-up",
                    PATIENCE_SECONDS,
                    () -> history.createHistoricProcessInstanceQuery().count() == 0);
        } finally {
            ClockUtil.reset();
        }
    }

    private long engineRows() {
        long rows = 0;
        for (String table : jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = 'public'"
                                + " and (table_name like 'act_ru_%' or table_name like 'act_hi_%' or table_name = 'act_ge_bytearray')")
                .query(String.class)
                .list()) {
            rows += number("select count(*) from " + table);
        }
        return rows;
    }

    private long number(String question, Object... parameters) {
        return jdbc.sql(question).params(parameters).query(Long.class).single();
    }

    private record Begun(DeclarationId id, Cost cost) {}
}
