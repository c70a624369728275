package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the other tests hold on H2, held where it will run: every statement, and the locks. */
@DeclarationSlice
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
class DeclarationsOnPostgresIT {

    static EmbeddedPostgres postgres;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
        postgres = EmbeddedPostgres.start();
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.flyway.placeholders.bytes", () -> "bytea");
        properties.add("spring.datasource.hikari.maximum-pool-size", () -> "24");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftSteps steps;

    @Autowired
    Rounds rounds;

    @Autowired
    DeclarationCompletion completion;

    @Autowired
    TransactionTemplate transaction;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");

    @Test
    void a_declaration_goes_from_the_draft_to_the_archive() {
        DeclarationId id = declarations.draft(TestDeclarations.ofRounds(1, 1, 2), organiser);
        drafts.raise(id, signatories.parties(id).get(1).id(), organiser);
        steps.parties(id, TestDeclarations.ofRounds(1, 1).parties(), organiser);
        assertThat(declarations.release(id, organiser)).isEqualTo(MoveOutcome.DONE);

        List<SignatoryId> asked = transaction.execute(status -> rounds.next(id));
        for (SignatoryId signatory : asked) {
            transaction.executeWithoutResult(status -> {
                assertThat(signatories.invited(signatory, Instant.now())).isTrue();
                assertThat(signatories.consented(signatory, Instant.now())).isTrue();
                assertThat(signatories.refused(signatory, Instant.now(), null)).isFalse();
                assertThat(signatories.signed(signatory, Instant.now(), 2)).isTrue();
                signatories.counted(signatory, Instant.now());
            });
        }

        Boolean complete = transaction.execute(status -> rounds.complete(id));
        assertThat(complete).isTrue();
        assertThat(completion.sealed(id, Instant.now())).isTrue();
        assertThat(completion.archived(id, Instant.now())).isTrue();
        assertThat(declarations.ofOrganiser(organiser.staffId()))
                .extracting(Declaration::state)
                .containsExactly(DeclarationState.ARCHIVED);
    }

    @Test
    void of_24_answers_at_the_same_moment_exactly_one_settles_the_round() throws Exception {
        int[] ofOneRound = new int[24];
        java.util.Arrays.fill(ofOneRound, 1);
        DeclarationId id = declarations.draft(TestDeclarations.ofRounds(ofOneRound), organiser);
        declarations.release(id, organiser);
        List<SignatoryId> asked = transaction.execute(status -> rounds.next(id));
        CyclicBarrier together = new CyclicBarrier(asked.size());
        ExecutorService threads = Executors.newFixedThreadPool(asked.size());
        List<Future<Boolean>> answers = new ArrayList<>();
        for (SignatoryId signatory : asked) {
            Callable<Boolean> answer = () -> {
                together.await();
                return transaction.execute(status -> rounds.settle(signatory));
            };
            answers.add(threads.submit(answer));
        }

        int settled = 0;
        for (Future<Boolean> answer : answers) {
            settled += answer.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(settled).isEqualTo(1);
    }
}
