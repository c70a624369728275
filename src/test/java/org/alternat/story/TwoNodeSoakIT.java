package org.alternat.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.alternat.demo.SimulatedOrganiser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes, one database, and one of the nodes is killed every few seconds while people answer by the pages. How many people:
 * {@code -Dsoak.signatories=60}; a thousand otherwise.
 */
class TwoNodeSoakIT {

    private static final int SIGNATORIES = Integer.getInteger("soak.signatories", 1000);
    private static final int AT_ONCE = 16;
    private static final int PATIENCE_SECONDS = 900 + SIGNATORIES;

    @TempDir
    Path home;

    private final AtomicInteger kills = new AtomicInteger();
    private volatile boolean quiet;

    @Test
    void every_answer_is_there_once_though_nodes_are_killed_all_the_time() throws Exception {
        try (TwoNodes nodes = TwoNodes.start(home, 2)) {
            SimulatedOrganiser organiser = nodes.organiser();
            String id = new SampleCirculations(organiser).release(SIGNATORIES).toString();
            JdbcClient database = nodes.database();
            ExecutorService killer = Executors.newSingleThreadExecutor();
            Future<?> killing = killer.submit(() -> killOneAfterTheOther(nodes));

            everybodyAnswers(nodes, database);
            Service.await(
                    "every signature stands",
                    PATIENCE_SECONDS,
                    () -> number(database, "select count(*) from document_revision where kind = 'SIGNATURE'")
                            == SIGNATORIES);
            Instant signed = Instant.now();
            Service.await(
                    "the seal is there",
                    PATIENCE_SECONDS,
                    () -> number(database, "select count(*) from declaration where declaration_state <> 'CIRCULATING'")
                            == 1);
            quiet = true;
            killing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            killer.shutdown();
            Service.await(
                    "the archive", PATIENCE_SECONDS, () -> state(nodes, id).equals("ARCHIVED"));
            Service.await(
                    "nothing is left to do",
                    PATIENCE_SECONDS,
                    () -> number(database, "select count(*) from ACT_RU_EXECUTION") == 0);
            System.out.printf(
                    "%d signatories, %d kills; sealed and archived %d s after the last signature%n",
                    SIGNATORIES,
                    kills.get(),
                    Duration.between(signed, Instant.now()).toSeconds());

            assertThat(kills.get()).as("kills").isPositive();
            everyAnswerIsThereOnce(database);
            assertThat(organiser
                            .get("/api/v1/declarations/" + id + "/audit/verification")
                            .get("intact")
                            .asBoolean())
                    .as("the audit trail is intact")
                    .isTrue();
            everyLetterCameOnce(nodes.post());
        }
    }

    private void killOneAfterTheOther(TwoNodes nodes) {
        for (int n = 0; !quiet; n = 1 - n) {
            try {
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1000, 4000));
                nodes.killAndRestart(n);
                kills.incrementAndGet();
            } catch (Exception e) {
                throw new IllegalStateException("a node does not start again", e);
            }
        }
    }

    private static void everybodyAnswers(TwoNodes nodes, JdbcClient database) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> answers = new ArrayList<>();
            for (int n = 1; n <= SIGNATORIES; n++) {
                PatientSignatory person = new PatientSignatory(SampleCirculations.address(n), nodes.post(), database);
                answers.add(people.submit(person::answer));
            }
            for (Future<?> answer : answers) {
                answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static void everyAnswerIsThereOnce(JdbcClient database) {
        assertThat(number(database, "select count(*) from signatory where signed_at is not null"))
                .isEqualTo(SIGNATORIES);
        assertThat(number(
                        database,
                        "select count(distinct details) from audit_entry where event_type = 'SIGNATURE_COLLECTED'"))
                .isEqualTo(SIGNATORIES);
        for (String event : List.of("CONSENT_GIVEN", "SIGNATURE_COLLECTED")) {
            assertThat(number(database, "select count(*) from audit_entry where event_type = '" + event + "'"))
                    .as(event)
                    .isEqualTo(SIGNATORIES);
        }
        for (String once : List.of(
                "DECLARATION_EFFECTIVE", "DOCUMENT_SEALED", "SEALED_DOCUMENT_CHECKED", "DECLARATION_ARCHIVED")) {
            assertThat(number(database, "select count(*) from audit_entry where event_type = '" + once + "'"))
                    .as(once)
                    .isEqualTo(1);
        }
        assertThat(number(database, "select count(*) from document_revision where kind = 'SEAL'"))
                .isEqualTo(1);
        assertThat(number(database, "select count(*) from ACT_RU_INCIDENT")).isZero();
    }

    /** A process killed between the server's "250" and the commit sends again, under the same Message-ID: SMTP's own gap. */
    private void everyLetterCameOnce(PostOffice post) throws Exception {
        Set<String> different = new HashSet<>();
        int all = 0;
        for (var letter : post.received()) {
            different.add(letter.getMessageID());
            all++;
        }
        int again = all - different.size();
        System.out.printf("%d letters, %d of them for a second time%n", all, again);
        assertThat(again).as("letters that a kill has sent again").isLessThanOrEqualTo(kills.get() * AT_ONCE);
    }

    private static String state(TwoNodes nodes, String id) {
        return nodes.database()
                .sql("select case when archived_at is null then declaration_state else 'ARCHIVED' end from declaration"
                        + " where id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
    }

    private static long number(JdbcClient database, String question) {
        return database.sql(question).query(Long.class).single();
    }
}
