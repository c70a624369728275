package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Pausing, closing early, and what a refusal leads to. */
@DeclarationSlice
class RestingTest {

    @Autowired
    Declarations declarations;

    @Autowired
    Pauses pauses;

    @Autowired
    EarlyClosing closing;

    @Autowired
    RefusalPolicy policy;

    @Autowired
    Prolongations prolongations;

    @Autowired
    Rounds rounds;

    @Autowired
    Signatories signatories;

    @Autowired
    AuditTrail audit;

    @Autowired
    FactRecorder recorder;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    DeclarationId id;
    SignatoryId first;
    SignatoryId second;

    @BeforeEach
    void a_declaration_whose_first_round_has_begun() {
        id = declarations.draft(TestDeclarations.ofRounds(1, 2), organiser);
        first = signatories.of(id).get(0).id();
        second = signatories.of(id).get(1).id();
        declarations.release(id, organiser);
        change(() -> rounds.next(id));
        change(() -> signatories.invited(first, Instant.now()));
        recorder.facts.clear();
    }

    @Test
    void a_pause_rests_until_it_is_ended_and_a_letter_tells_its_end() {
        assertThat(pauses.pause(id, organiser)).isEqualTo(MoveOutcome.DONE);
        assertThat(signatories.isPaused(id)).isTrue();
        assertThat(signatories.turn(id).number()).isZero();

        assertThat(pauses.resume(id, organiser)).isEqualTo(MoveOutcome.DONE);

        assertThat(signatories.isPaused(id)).isFalse();
        assertThat(signatories.turn(id)).isEqualTo(new Turn(Turn.Kind.RESUMED, 1));
        assertThat(recorder.facts).containsExactly(new CirculationPaused(id), new CirculationResumed(id));
        assertThat(audit.entries(id))
                .extracting(entry -> entry.event().type())
                .contains(AuditEventType.CIRCULATION_PAUSED, AuditEventType.CIRCULATION_RESUMED);
    }

    @Test
    void there_is_one_pause_at_a_time_and_no_reminder_in_it() {
        assertThat(pauses.resume(id, organiser)).isEqualTo(MoveOutcome.NOT_PAUSED);
        pauses.pause(id, organiser);

        assertThat(pauses.pause(id, organiser)).isEqualTo(MoveOutcome.PAUSED);
        assertThat(declarations.remind(id, first, organiser)).isEqualTo(MoveOutcome.PAUSED);
        assertThat(declarations.remind(id, null, organiser)).isEqualTo(MoveOutcome.PAUSED);
        assertThat(recorder.facts).hasSize(1);
    }

    @Test
    void a_deadline_that_came_during_the_pause_is_prolonged_before_the_circulation_goes_on() {
        pauses.pause(id, organiser);
        jdbc.sql("update declaration set deadline = ? where id = ?")
                .params(DeclarationRows.stored(Instant.now().minusSeconds(5)), id.value())
                .update();

        assertThat(pauses.resume(id, organiser)).isEqualTo(MoveOutcome.DEADLINE_PASSED);
        assertThat(prolongations.prolong(id, Instant.now().plus(Duration.ofDays(3)), organiser))
                .isEqualTo(MoveOutcome.DONE);
        assertThat(pauses.resume(id, organiser)).isEqualTo(MoveOutcome.DONE);
    }

    @Test
    void closed_early_the_deadline_is_now_and_later_rounds_never_begin() {
        assertThat(closing.close(id, organiser)).isEqualTo(MoveOutcome.DONE);

        assertThat(declarations.get(id).deadline()).isBeforeOrEqualTo(Instant.now());
        assertThat(signatories.get(first).state()).isEqualTo(SignatoryState.INVITED);
        assertThat(signatories.get(second).state()).isEqualTo(SignatoryState.EXPIRED);
        change(() -> assertThat(signatories.expired(first, Instant.now())).isTrue());
        change(() -> assertThat(rounds.settle(first)).isTrue());
        change(() -> assertThat(rounds.next(id)).isEmpty());
        assertThat(recorder.facts).containsExactly(new CirculationClosedEarly(id));
    }

    @Test
    void what_is_closed_is_not_closed_or_paused_again() {
        closing.close(id, organiser);
        assertThat(closing.close(id, organiser)).isEqualTo(MoveOutcome.BEING_COUNTED);
        assertThat(pauses.pause(id, organiser)).isEqualTo(MoveOutcome.BEING_COUNTED);

        declarations.withdraw(id, "Le texte change.", organiser);
        assertThat(closing.close(id, organiser)).isEqualTo(MoveOutcome.ALREADY_CLOSED);
        assertThat(pauses.pause(id, organiser)).isEqualTo(MoveOutcome.ALREADY_CLOSED);
        assertThat(policy.choose(id, AfterRefusal.ASK, organiser)).isEqualTo(MoveOutcome.ALREADY_CLOSED);
    }

    @Test
    void a_paused_circulation_can_be_closed_at_once() {
        pauses.pause(id, organiser);

        assertThat(closing.close(id, organiser)).isEqualTo(MoveOutcome.DONE);
        assertThat(signatories.isPaused(id)).isFalse();
    }

    @Test
    void after_a_refusal_the_others_go_on_unless_something_else_was_chosen() {
        change(() -> policy.apply(id));

        assertThat(policy.of(id)).isEqualTo(AfterRefusal.CONTINUE);
        assertThat(recorder.facts).isEmpty();
    }

    @Test
    void asking_pauses_once_whoever_refuses_next() {
        assertThat(policy.choose(id, AfterRefusal.ASK, organiser)).isEqualTo(MoveOutcome.DONE);

        change(() -> policy.apply(id));
        change(() -> policy.apply(id));

        assertThat(signatories.isPaused(id)).isTrue();
        assertThat(recorder.facts).containsExactly(new CirculationPaused(id));
    }

    @Test
    void stopping_closes_once() {
        policy.choose(id, AfterRefusal.STOP, organiser);

        change(() -> policy.apply(id));
        change(() -> policy.apply(id));

        assertThat(signatories.get(second).state()).isEqualTo(SignatoryState.EXPIRED);
        assertThat(recorder.facts).containsExactly(new CirculationClosedEarly(id));
    }

    private void change(Runnable write) {
        transaction.executeWithoutResult(status -> write.run());
    }
}
