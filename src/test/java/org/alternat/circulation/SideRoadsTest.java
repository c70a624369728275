package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.alternat.declaration.SignatoryState;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes an invitation while its answer is awaited, as the diagrams draw it. */
class SideRoadsTest {

    CirculationWorld world = new CirculationWorld();
    SignatoryId signatory = world.signatory(1);
    ProcessInstance circulation;
    ProcessInstance invitation;

    @BeforeEach
    void an_invited_signatory() {
        circulation = world.release();
        world.runDueSteps();
        invitation = world.invitation(signatory);
    }

    @AfterEach
    void leave() {
        world.close();
    }

    @Test
    void a_replaced_person_s_invitation_begins_anew_with_a_letter_and_the_reminders_from_the_first() {
        CirculationWorld.at(CirculationWorld.MONDAY.plus(Duration.ofDays(8)));
        world.runDueSteps();
        verify(world.letters).sendReminder(signatory, 1);

        world.circulations.personReplaced(world.id, signatory);
        world.runDueSteps();

        verify(world.letters, times(2)).sendInvitation(signatory);
        CirculationWorld.at(CirculationWorld.MONDAY.plus(Duration.ofDays(16)));
        world.runDueSteps();
        verify(world.letters, times(2)).sendReminder(signatory, 1);
        assertThat(invitation).isWaitingAt(InvitationProcess.AWAIT_CONSENT);
    }

    @Test
    void a_prolonged_deadline_lets_the_old_one_pass_without_a_consequence() {
        prolong(Duration.ofDays(10));
        verify(world.letters, times(2)).sendInvitation(signatory);

        CirculationWorld.at(CirculationWorld.DEADLINE.plusSeconds(60));
        world.runDueSteps();
        assertThat(invitation).isWaitingAt(InvitationProcess.AWAIT_CONSENT);

        CirculationWorld.at(CirculationWorld.DEADLINE.plus(Duration.ofDays(10)).plusSeconds(60));
        world.runDueSteps();
        assertThat(invitation).isEnded().hasPassed(InvitationProcess.MARK_INVITATION_EXPIRED);
    }

    @Test
    void a_deadline_that_was_moved_in_the_moment_in_which_it_passes_ends_nothing() {
        world.deadline(CirculationWorld.DEADLINE.plus(Duration.ofDays(10)));
        doReturn(false).when(world.signatories).expired(any(), any());

        CirculationWorld.at(CirculationWorld.DEADLINE.plusSeconds(60));
        world.runDueSteps();

        assertThat(invitation)
                .hasPassed(InvitationProcess.MARK_INVITATION_EXPIRED)
                .isWaitingAt(InvitationProcess.AWAIT_CONSENT);
        assertThat(world.management
                        .createJobQuery()
                        .processInstanceId(invitation.getId())
                        .duedateHigherThan(Date.from(CirculationWorld.DEADLINE.plus(Duration.ofDays(9))))
                        .count())
                .isPositive();
    }

    @Test
    void an_expired_invitation_is_opened_again_while_another_is_still_awaited() {
        // Awaited, and without a process of its own.
        SignatoryId late = world.signatory(1);

        prolong(Duration.ofDays(10));

        assertThat(world.invitation(late)).isWaitingAt(InvitationProcess.AWAIT_CONSENT);
        verify(world.letters).sendInvitation(late);
        assertThat(world.openInvitations()).isEqualTo(2);
    }

    @Test
    void a_circulation_that_begins_again_invites_only_those_who_are_awaited_again() {
        SignatoryId refuser = world.signatory(2);
        CirculationWorld.at(CirculationWorld.DEADLINE.plusSeconds(60));
        world.runDueSteps();
        world.refuses(refuser);
        world.runDueSteps();
        assertThat(circulation).isEnded().hasPassed("EndEvent_DeclarationIncomplete");

        world.awaitedAgain(signatory);
        world.deadline(CirculationWorld.DEADLINE.plus(Duration.ofDays(10)));
        world.circulations.start(world.id);
        world.runDueSteps();

        verify(world.letters, times(2)).sendInvitation(signatory);
        assertThat(world.invitation(signatory)).isWaitingAt(InvitationProcess.AWAIT_CONSENT);
        assertThat(world.invitation(refuser)).isNull();
    }

    @Test
    void a_signed_invitation_hears_nothing_of_more_time() {
        world.consents(signatory);
        prolong(Duration.ofDays(10));

        verify(world.letters, times(1)).sendInvitation(signatory);
        assertThat(world.people.get(signatory).state()).isEqualTo(SignatoryState.SIGNED);
        assertThat(circulation).isEnded();
    }

    private void prolong(Duration more) {
        Instant until = CirculationWorld.DEADLINE.plus(more);
        world.deadline(until);
        world.circulations.deadlineProlonged(world.id);
        world.runDueSteps();
    }
}
