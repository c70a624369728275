package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.stream.IntStream;
import org.alternat.declaration.Notice;
import org.alternat.pki.TestPki;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads like {@code declaration-circulation.bpmn}. */
class DeclarationCirculationTest {

    CirculationWorld world = new CirculationWorld();

    @AfterEach
    void leave() {
        world.close();
    }

    @Test
    void a_declaration_that_all_have_signed_is_sealed_checked_delivered_and_archived() {
        SignatoryId first = world.signatory(1);
        SignatoryId second = world.signatory(1);
        ProcessInstance circulation = world.release();
        world.runDueSteps();
        assertThat(circulation).isWaitingAt(CirculationProcess.ROUND_SETTLED);

        world.consents(second);
        world.runDueSteps();
        assertThat(circulation).isWaitingAt(CirculationProcess.ROUND_SETTLED);
        world.consents(first);
        world.runDueSteps();

        assertThat(circulation)
                .isEnded()
                .hasPassedInOrder(
                        CirculationProcess.PREPARE_DOCUMENT,
                        CirculationProcess.OPEN_NEXT_ROUND,
                        CirculationProcess.INVITE_SIGNATORIES,
                        CirculationProcess.ROUND_SETTLED,
                        CirculationProcess.SEAL_DOCUMENT,
                        CirculationProcess.CHECK_SEALED_DOCUMENT,
                        CirculationProcess.DELIVER_FINAL_COPIES,
                        CirculationProcess.ARCHIVE_DECLARATION,
                        "EndEvent_DeclarationArchived");
        verify(world.finalCopies).send(world.id, first.toString());
        verify(world.finalCopies).send(world.id, second.toString());
        verify(world.archive).store(world.id);
    }

    @Test
    void release_only_starts_and_leaves_the_work_to_the_workers() {
        world.signatory(1);

        ProcessInstance circulation = world.release();

        assertThat(circulation).isWaitingAt(CirculationProcess.PREPARE_DOCUMENT);
        verify(world.preparation, never()).prepare(any());
    }

    @Test
    void the_second_round_is_invited_when_the_first_is_settled() {
        SignatoryId president = world.signatory(1);
        SignatoryId witness = world.signatory(2);
        ProcessInstance circulation = world.release();
        world.runDueSteps();
        assertThat(world.invitation(president)).isNotNull();
        assertThat(world.invitation(witness)).isNull();

        world.consents(president);
        world.runDueSteps();
        assertThat(world.invitation(witness)).isNotNull();
        world.consents(witness);
        world.runDueSteps();

        assertThat(circulation).isEnded().hasPassed("EndEvent_DeclarationArchived");
    }

    @Test
    void sixty_signatories_are_invited_in_two_transactions() {
        IntStream.range(0, 60).forEach(n -> world.signatory(1));
        ProcessInstance circulation = world.release();
        step(circulation); // prepare
        step(circulation); // open the round
        assertThat(world.openInvitations()).isZero();

        step(circulation);
        assertThat(world.openInvitations()).isEqualTo(50);
        assertThat(circulation).isWaitingAt(CirculationProcess.INVITE_SIGNATORIES);
        step(circulation);

        assertThat(world.openInvitations()).isEqualTo(60);
        assertThat(circulation).isWaitingAt(CirculationProcess.ROUND_SETTLED);
        verify(world.rounds, times(1)).next(world.id);
    }

    @Test
    void a_refusal_ends_it_incomplete_and_every_organiser_hears_both() {
        SignatoryId willing = world.signatory(1);
        SignatoryId unwilling = world.signatory(1);
        ProcessInstance circulation = world.release();
        world.runDueSteps();

        world.consents(willing);
        world.refuses(unwilling);
        world.runDueSteps();

        assertThat(circulation).isEnded().hasPassed("EndEvent_DeclarationIncomplete");
        assertThat(circulation).hasNotPassed(CirculationProcess.SEAL_DOCUMENT);
        verify(world.completion).incomplete(world.id);
        verify(world.notices).sendRefusalNotice(unwilling, world.organiser.id());
        verify(world.notices).sendIncompleteNotice(world.id, world.organiser.id());
    }

    @Test
    void a_withdrawal_stops_every_open_invitation_and_tells_those_who_had_a_letter() {
        SignatoryId invited = world.signatory(1);
        SignatoryId later = world.signatory(2);
        ProcessInstance circulation = world.release();
        world.runDueSteps();

        world.circulations.withdraw(world.id);
        world.runDueSteps();

        assertThat(circulation).isEnded().hasPassed("EndEvent_CirculationStopped");
        assertThat(world.openInvitations()).isZero();
        verify(world.notices).sendWithdrawalNotice(invited);
        verify(world.notices, never()).sendWithdrawalNotice(later);
    }

    @Test
    void a_withdrawal_leaves_the_invitations_of_other_declarations_alone() {
        world.signatory(1);
        world.release();
        world.runDueSteps();

        world.circulations.withdraw(DeclarationId.random());
        world.runDueSteps();

        assertThat(world.openInvitations()).isEqualTo(1);
    }

    @Test
    void an_answer_after_the_withdrawal_is_no_error() {
        SignatoryId signatory = world.signatory(1);
        world.release();
        world.runDueSteps();
        world.circulations.withdraw(world.id);
        world.runDueSteps();

        world.consents(signatory);
        world.circulations.withdraw(world.id);

        verify(world.appender, never()).append(any());
    }

    @Test
    void a_seal_that_fails_for_good_is_told_in_plain_words_and_goes_on_after_retry() {
        SignatoryId signatory = world.signatory(1);
        doThrow(new IllegalStateException("no token")).when(world.sealing).seal(world.id);
        ProcessInstance circulation = world.release();
        world.runDueSteps();
        world.consents(signatory);
        world.untilNothingIsLeft();

        verify(world.sealing, times(10)).seal(world.id);
        assertThat(world.problems.of(world.id)).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Notice.Severity.PROBLEM);
            assertThat(problem.messageKey()).isEqualTo("circulation.problem.seal");
            assertThat(problem.signatory()).isNull();
        });

        doNothing().when(world.sealing).seal(world.id);
        assertThat(world.problems.retry(world.id, incident(world.id))).isTrue();
        world.runDueSteps();

        assertThat(circulation).isEnded().hasPassed("EndEvent_DeclarationArchived");
        assertThat(world.problems.of(world.id)).isEmpty();
    }

    @Test
    void a_seal_that_waits_for_a_timestamp_says_which_authority_answered_what() {
        SignatoryId signatory = world.signatory(1);
        doThrow(TestPki.unavailable("tsa.example.org", "rejection, badAlg"))
                .when(world.sealing)
                .seal(world.id);
        world.release();
        world.runDueSteps();
        world.consents(signatory);
        world.untilNothingIsLeft();

        assertThat(world.problems.of(world.id)).singleElement().satisfies(problem -> {
            assertThat(problem.messageKey()).isEqualTo("circulation.problem.seal.timestamp");
            assertThat(problem.arguments()).containsExactly("tsa.example.org: rejection, badAlg");
        });
    }

    @Test
    void a_problem_is_retried_through_its_own_declaration_only() {
        SignatoryId signatory = world.signatory(1);
        doThrow(new IllegalStateException("no token")).when(world.sealing).seal(world.id);
        world.release();
        world.runDueSteps();
        world.consents(signatory);
        world.untilNothingIsLeft();

        assertThat(world.problems.retry(DeclarationId.random(), incident(world.id)))
                .isFalse();
        assertThat(world.problems.of(world.id)).hasSize(1);
    }

    @Test
    void a_final_copy_that_cannot_be_sent_holds_up_nobody_else() {
        SignatoryId reachable = world.signatory(1);
        SignatoryId unreachable = world.signatory(1);
        doThrow(new IllegalStateException("550")).when(world.finalCopies).send(world.id, unreachable.toString());
        ProcessInstance circulation = world.release();
        world.runDueSteps();

        world.consents(reachable);
        world.consents(unreachable);
        world.untilNothingIsLeft();

        assertThat(circulation).isEnded().hasPassed("EndEvent_DeclarationArchived");
        verify(world.finalCopies, times(1)).send(eq(world.id), eq(reachable.toString()));
        assertThat(world.openLetters()).isEqualTo(1);
        assertThat(world.problems.of(world.id))
                .extracting(Notice::messageKey)
                .containsExactly("circulation.problem.letter");
    }

    private String incident(DeclarationId id) {
        String path = world.problems.of(id).get(0).retryPath();
        return path.split("/")[4];
    }

    private void step(ProcessInstance instance) {
        world.management.executeJob(world.management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId());
    }
}
