package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DeclarationSlice
class RoundsTest {

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    Rounds rounds;

    @Autowired
    TransactionTemplate transaction;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");

    @Test
    void rounds_come_in_order_and_each_only_once() {
        DeclarationId id = released(2, 1, 7, 1);
        List<SignatoryId> all = signatories.of(id).stream().map(Signatory::id).toList();

        assertThat(next(id)).containsExactly(all.get(1), all.get(3));
        assertThat(settle(all.get(1))).isFalse();
        assertThat(settle(all.get(3))).isTrue();
        assertThat(next(id)).containsExactly(all.get(0));
        assertThat(settle(all.get(0))).isTrue();
        assertThat(next(id)).containsExactly(all.get(2));
        assertThat(settle(all.get(2))).isTrue();
        assertThat(next(id)).isEmpty();
    }

    @Test
    void a_round_does_not_begin_before_the_last_one_is_settled() {
        DeclarationId id = released(1, 2);
        next(id);

        assertThatThrownBy(() -> next(id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_signatory_whose_round_has_not_begun_cannot_settle() {
        DeclarationId id = released(1, 2);
        next(id);
        SignatoryId second = signatories.of(id).get(1).id();

        assertThatThrownBy(() -> settle(second)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobody_answers_before_the_round_has_begun() {
        DeclarationId id = released(1, 2);
        List<SignatoryId> all = signatories.of(id).stream().map(Signatory::id).toList();
        next(id);

        Boolean early = transaction.execute(status -> signatories.consented(all.get(1), Instant.now())
                || signatories.refused(all.get(1), Instant.now(), null));

        assertThat(early).isFalse();
        assertThat(signatories.get(all.get(1)).state()).isEqualTo(SignatoryState.WAITING);
        settle(all.get(0));
        next(id);
        Boolean inTurn = transaction.execute(status -> signatories.consented(all.get(1), Instant.now()));
        assertThat(inTurn).isTrue();
    }

    @Test
    void a_repeated_settlement_settles_nothing() {
        DeclarationId id = released(1);
        SignatoryId only = next(id).get(0);

        assertThat(settle(only)).isTrue();
        assertThat(settle(only)).isFalse();
    }

    @Test
    void a_declaration_is_complete_when_everybody_has_signed() {
        DeclarationId id = released(1, 1);
        List<SignatoryId> asked = next(id);
        sign(asked.get(0), 2);
        assertThat(complete(id)).isFalse();

        sign(asked.get(1), 3);

        assertThat(complete(id)).isTrue();
    }

    @Test
    void of_24_answers_at_the_same_moment_exactly_one_settles_the_round() throws Exception {
        DeclarationId id = released(new int[24]);
        List<SignatoryId> asked = next(id);
        CyclicBarrier together = new CyclicBarrier(24);
        ExecutorService threads = Executors.newFixedThreadPool(24);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (SignatoryId signatory : asked) {
            Callable<Boolean> answer = () -> {
                together.await();
                return settle(signatory);
            };
            answers.add(threads.submit(answer));
        }

        int settled = 0;
        for (Future<Boolean> answer : answers) {
            settled += answer.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(asked).hasSize(24);
        assertThat(settled).isEqualTo(1);
    }

    private DeclarationId released(int... ofRounds) {
        int[] fromOne = java.util.Arrays.stream(ofRounds)
                .map(round -> Math.max(round, 1))
                .toArray();
        DeclarationId id = declarations.draft(TestDeclarations.ofRounds(fromOne), organiser);
        assertThat(declarations.release(id, organiser)).isEqualTo(MoveOutcome.DONE);
        return id;
    }

    private List<SignatoryId> next(DeclarationId id) {
        return transaction.execute(status -> rounds.next(id));
    }

    private boolean settle(SignatoryId id) {
        return Boolean.TRUE.equals(transaction.execute(status -> rounds.settle(id)));
    }

    private boolean complete(DeclarationId id) {
        return Boolean.TRUE.equals(transaction.execute(status -> rounds.complete(id)));
    }

    private void sign(SignatoryId id, int revision) {
        transaction.executeWithoutResult(status -> {
            signatories.consented(id, Instant.now());
            signatories.signed(id, Instant.now(), revision);
            signatories.counted(id, Instant.now());
        });
    }
}
