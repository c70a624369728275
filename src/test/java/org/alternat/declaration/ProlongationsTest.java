package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DeclarationSlice
class ProlongationsTest {

    @Autowired
    Declarations declarations;

    @Autowired
    Prolongations prolongations;

    @Autowired
    DeclarationCompletion completion;

    @Autowired
    Rounds rounds;

    @Autowired
    Signatories signatories;

    @Autowired
    AuditTrail audit;

    @Autowired
    FactRecorder recorder;

    @Autowired
    TransactionTemplate transaction;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    DeclarationId declaration;
    SignatoryId first;
    SignatoryId second;
    Instant deadline;
    Instant later;

    @BeforeEach
    void a_declaration_whose_only_round_has_begun() {
        declaration = declarations.draft(TestDeclarations.ofRounds(1, 1), organiser);
        first = signatories.of(declaration).get(0).id();
        second = signatories.of(declaration).get(1).id();
        declarations.release(declaration, organiser);
        change(() -> rounds.next(declaration));
        deadline = declarations.get(declaration).deadline();
        later = deadline.plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MICROS);
        recorder.facts.clear();
    }

    @Test
    void the_deadline_moves_to_a_later_instant() {
        assertThat(prolongations.prolong(declaration, later, organiser)).isEqualTo(MoveOutcome.DONE);

        assertThat(declarations.get(declaration).deadline()).isEqualTo(later);
        assertThat(signatories.turn(declaration)).isEqualTo(new Turn(Turn.Kind.PROLONGED, 1));
        assertThat(recorder.facts).containsExactly(new DeadlineProlonged(declaration, false));
        assertThat(audit.entries(declaration)).anySatisfy(entry -> {
            assertThat(entry.event().type()).isEqualTo(AuditEventType.DEADLINE_PROLONGED);
            assertThat(entry.event().details()).containsEntry("until", later.toString());
        });
    }

    @Test
    void it_never_moves_back_nor_into_the_past() {
        for (Instant until :
                List.of(deadline, deadline.minusSeconds(1), Instant.now().minusSeconds(1))) {
            assertThat(prolongations.prolong(declaration, until, organiser)).isEqualTo(MoveOutcome.NOT_LATER);
        }
        assertThat(declarations.get(declaration).deadline()).isEqualTo(deadline);
        assertThat(recorder.facts).isEmpty();
    }

    @Test
    void whoever_had_let_it_pass_may_answer_after_all_while_others_are_still_awaited() {
        expire(first);

        assertThat(prolongations.prolong(declaration, later, organiser)).isEqualTo(MoveOutcome.DONE);

        assertThat(signatories.get(first).state()).isEqualTo(SignatoryState.WAITING);
        assertThat(signatories.awaited(declaration)).extracting(Signatory::id).containsExactly(first, second);
    }

    @Test
    void an_incomplete_declaration_circulates_again_with_those_who_had_let_it_pass() {
        change(() -> signatories.refused(second, Instant.now(), null));
        change(() -> rounds.settle(second));
        expire(first);
        completion.incomplete(declaration);

        assertThat(prolongations.prolong(declaration, later, organiser)).isEqualTo(MoveOutcome.DONE);

        assertThat(declarations.get(declaration).state()).isEqualTo(DeclarationState.CIRCULATING);
        assertThat(declarations.get(declaration).closedAt()).isNull();
        assertThat(recorder.facts).containsExactly(new DeadlineProlonged(declaration, true));
        change(() -> assertThat(rounds.next(declaration)).containsExactly(first));
        assertThat(signatories.get(second).state()).isEqualTo(SignatoryState.REFUSED);
    }

    @Test
    void the_moment_in_which_answers_are_counted_is_waited_for() {
        change(() -> signatories.expired(first, deadline));
        assertThat(prolongations.prolong(declaration, later, organiser)).isEqualTo(MoveOutcome.BEING_COUNTED);

        change(() -> rounds.settle(first));
        expire(second);
        assertThat(prolongations.prolong(declaration, later, organiser)).isEqualTo(MoveOutcome.BEING_COUNTED);
        assertThat(declarations.get(declaration).deadline()).isEqualTo(deadline);
    }

    @Test
    void more_time_is_of_use_to_nobody_when_everybody_has_answered() {
        for (SignatoryId id : List.of(first, second)) {
            change(() -> signatories.refused(id, Instant.now(), null));
        }

        assertThat(prolongations.prolong(declaration, later, organiser)).isEqualTo(MoveOutcome.NOBODY_LEFT);
    }

    @Test
    void a_draft_has_its_form_and_a_withdrawn_declaration_no_more_time() {
        DeclarationId draft = declarations.draft(TestDeclarations.ofRounds(1), organiser);
        assertThat(prolongations.prolong(draft, later, organiser)).isEqualTo(MoveOutcome.NOT_RELEASED);

        declarations.withdraw(declaration, "Le texte change.", organiser);
        assertThat(prolongations.prolong(declaration, later, organiser)).isEqualTo(MoveOutcome.ALREADY_CLOSED);
    }

    private void expire(SignatoryId id) {
        change(() -> signatories.expired(id, deadline));
        change(() -> rounds.settle(id));
    }

    private void change(Runnable write) {
        transaction.executeWithoutResult(status -> write.run());
    }
}
