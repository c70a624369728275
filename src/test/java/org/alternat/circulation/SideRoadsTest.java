package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.alternat.declaration.SignatoryState;
import org.alternat.shared.Sha256;
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
    void a_signature_on_paper_ends_the_waiting_and_nothing_is_appended() {
        world.circulations.paperSignatureRecorded(world.id, signatory);
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed("Task_NotifySignatory", "Task_SettleInvitation");
        verify(world.appender, never()).append(any());
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

    @Test
    void during_a_pause_no_reminder_leaves_and_no_deadline_passes() {
        pause(true);
        assertThat(invitation).isWaitingAt("Event_InvitationResumed");

        CirculationWorld.at(CirculationWorld.DEADLINE.plusSeconds(60));
        world.runDueSteps();
        verify(world.letters, never()).sendReminder(any(), anyInt());
        assertThat(invitation).isWaitingAt("Event_InvitationResumed");

        world.deadline(CirculationWorld.DEADLINE.plus(Duration.ofDays(10)));
        pause(false);
        verify(world.letters, times(2)).sendInvitation(signatory);
        assertThat(invitation).isWaitingAt(InvitationProcess.AWAIT_CONSENT);
    }

    @Test
    void a_pause_that_ends_at_once_leaves_nobody_resting() {
        world.circulations.paused(world.id);
        world.circulations.resumed(world.id);
        world.runDueSteps();

        assertThat(invitation).isWaitingAt(InvitationProcess.AWAIT_CONSENT);
    }

    @Test
    void a_round_that_begins_during_a_pause_rests_from_the_beginning() {
        SignatoryId next = world.signatory(2);
        when(world.signatories.isPausedNow(world.id)).thenReturn(true);
        world.consents(signatory);
        world.runDueSteps();

        assertThat(world.invitation(next)).isWaitingAt("Event_InvitationResumed");
        verify(world.letters, never()).sendInvitation(next);
        pause(false);
        verify(world.letters).sendInvitation(next);
    }

    @Test
    void closed_early_everybody_meets_the_deadline_at_once_resting_or_not() {
        pause(true);
        world.deadline(CirculationWorld.MONDAY);
        when(world.signatories.isPausedNow(world.id)).thenReturn(false);

        world.circulations.closedEarly(world.id);
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed(InvitationProcess.MARK_INVITATION_EXPIRED);
        assertThat(circulation).isEnded().hasPassed("Task_ApplyCompletionRule");
    }

    @Test
    void a_refusal_leads_to_what_the_organisers_have_chosen() {
        world.refuses(signatory);
        world.runDueSteps();

        verify(world.refusalPolicy).apply(world.id);
        assertThat(invitation).isEnded().hasPassed("Task_ApplyRefusalPolicy");
    }

    @Test
    void a_fresh_link_is_looked_up_by_a_step_of_its_own() {
        Sha256 link = Sha256.of(new byte[] {1});

        when(world.freshLinks.owner(link)).thenReturn(Optional.of(signatory));

        world.circulations.freshLinkRequested(link, CirculationWorld.MONDAY);
        verify(world.freshLinks, never()).owner(any());
        world.runDueSteps();

        verify(world.letters).sendFreshLink(eq(signatory), eq(CirculationWorld.MONDAY), any());
    }

    @Test
    void a_fresh_link_that_could_not_be_sent_counts_as_none() {
        when(world.freshLinks.owner(any())).thenReturn(Optional.of(signatory));
        doThrow(new IllegalStateException("the mail server is away"))
                .doNothing()
                .when(world.letters)
                .sendFreshLink(eq(signatory), any(), any());

        world.circulations.freshLinkRequested(Sha256.of(new byte[] {1}), CirculationWorld.MONDAY);
        world.runDueSteps();
        verify(world.freshLinks).notSent(signatory);

        world.untilNothingIsLeft();
        verify(world.letters, times(2)).sendFreshLink(eq(signatory), any(), any());
        verify(world.freshLinks).notSent(signatory);
    }

    private void pause(boolean paused) {
        when(world.signatories.isPausedNow(world.id)).thenReturn(paused);
        if (paused) {
            world.circulations.paused(world.id);
        } else {
            world.circulations.resumed(world.id);
        }
        world.runDueSteps();
    }

    private void prolong(Duration more) {
        Instant until = CirculationWorld.DEADLINE.plus(more);
        world.deadline(until);
        world.circulations.deadlineProlonged(world.id);
        world.runDueSteps();
    }
}
