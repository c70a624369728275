package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.SignatoryState;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The side roads of {@code signatory-invitation.bpmn}: a visa, a late signature, a signature ad referendum. */
class InvitationSideRoadsTest {

    static final Instant CLOSING_DATE = CirculationWorld.DEADLINE.plus(Duration.ofDays(60));

    CirculationWorld world = new CirculationWorld();

    @AfterEach
    void leave() {
        world.close();
    }

    @Test
    void a_deadline_that_is_prolonged_while_a_round_is_being_invited_invites_nobody_twice() {
        world.signatory(1);
        world.signatory(1);
        world.release();
        while (world.signatories.awaited(world.id).isEmpty()) {
            world.management.executeJob(world.dueSteps().get(0).getId());
        }
        assertThat(world.openInvitations()).isZero();

        world.circulations.deadlineProlonged(world.id);
        world.runDueSteps();

        assertThat(world.openInvitations()).isEqualTo(2);
    }

    @Test
    void a_visa_settles_the_invitation_without_a_signature() {
        SignatoryId approver = world.signatory(1, SignatoryRole.APPROVER);
        ProcessInstance invitation = opened(approver);

        world.consents(approver);
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed("Gateway_SignatureToAppend", "EndEvent_InvitationSettled");
        verify(world.appender, never()).append(any());
        verify(world.rounds).settle(approver);
    }

    @Test
    void nobody_is_written_to_before_the_person_is_named_and_then_the_letter_leaves() {
        SignatoryId place = world.toBeConfirmed(1);
        ProcessInstance invitation = opened(place);
        assertThat(invitation)
                .isWaitingAt(InvitationProcess.AWAIT_CONSENT)
                .hasPassed("EndEvent_PersonAwaited")
                .hasNotPassed(InvitationProcess.SEND_INVITATION);

        world.named(place);
        world.runDueSteps();

        verify(world.letters).sendInvitation(place);
        assertThat(invitation).hasPassed(InvitationProcess.SEND_INVITATION);
        world.consents(place);
        world.runDueSteps();
        assertThat(invitation).isEnded();
    }

    @Test
    void a_person_who_is_named_during_a_pause_is_written_to_after_it() {
        SignatoryId place = world.toBeConfirmed(1);
        opened(place);
        when(world.signatories.isPausedNow(world.id)).thenReturn(true);
        world.circulations.paused(world.id);
        world.runDueSteps();

        world.named(place);
        world.runDueSteps();
        verify(world.letters, never()).sendInvitation(any());

        when(world.signatories.isPausedNow(world.id)).thenReturn(false);
        world.circulations.resumed(world.id);
        world.runDueSteps();
        verify(world.letters).sendInvitation(place);
    }

    @Test
    void the_deadline_passes_for_whoever_was_never_named_too() {
        SignatoryId place = world.toBeConfirmed(1);
        ProcessInstance invitation = opened(place);

        CirculationWorld.at(CirculationWorld.DEADLINE);
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed("BoundaryEvent_DeadlinePassed");
        verify(world.letters, never()).sendInvitation(any());
    }

    @Test
    void an_observer_gets_no_invitation() {
        world.signatory(1);
        world.signatory(1, SignatoryRole.OBSERVER);

        world.release();
        world.runDueSteps();

        assertThat(world.openInvitations()).isEqualTo(1);
    }

    @Test
    void once_the_rule_is_met_the_silent_may_sign_until_the_closing_date_without_a_second_invitation() {
        SignatoryId late = world.signatory(1);
        ProcessInstance invitation = opened(late);
        world.inEffectAndOpenUntil(CLOSING_DATE);

        CirculationWorld.at(CirculationWorld.DEADLINE.plus(Duration.ofDays(1)));
        world.runDueSteps();
        assertThat(invitation).hasPassed("BoundaryEvent_DeadlinePassed").isWaitingAt(InvitationProcess.AWAIT_CONSENT);
        assertThat(world.people.get(late).state()).isNotEqualTo(SignatoryState.EXPIRED);

        world.consents(late);
        world.runDueSteps();
        assertThat(invitation).isEnded().hasPassed("EndEvent_InvitationSettled");
        verify(world.appender).append(late);
    }

    @Test
    void the_closing_date_ends_a_late_invitation() {
        SignatoryId silent = world.signatory(1);
        ProcessInstance invitation = opened(silent);
        world.inEffectAndOpenUntil(CLOSING_DATE);

        CirculationWorld.at(CirculationWorld.DEADLINE);
        world.runDueSteps();
        CirculationWorld.at(CLOSING_DATE);
        world.runDueSteps();

        assertThat(invitation).isEnded();
        assertThat(world.people.get(silent).state()).isEqualTo(SignatoryState.EXPIRED);
    }

    @Test
    void a_signature_ad_referendum_waits_for_its_confirmation() {
        world.inEffectAndOpenUntil(CLOSING_DATE);
        SignatoryId signatory = world.signatory(1);
        ProcessInstance invitation = opened(signatory);

        world.signsAdReferendum(signatory);
        world.runDueSteps();
        assertThat(invitation).isWaitingAt(InvitationProcess.AWAIT_CONFIRMATION);
        verify(world.rounds, never()).settle(any());

        world.circulations.signatureConfirmed(world.id, signatory);
        world.runDueSteps();
        assertThat(invitation).isEnded().hasPassed("EndEvent_InvitationSettled");
        verify(world.rounds).settle(signatory);
    }

    @Test
    void a_signature_that_nobody_confirms_stays_provisional_and_holds_up_nobody_after_the_closing_date() {
        ProcessInstance invitation = signedAdReferendum();

        CirculationWorld.at(CLOSING_DATE);
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed("BoundaryEvent_ClosingDatePassed");
        verify(world.rounds).settle(any());
        verify(world.signatories, never()).expired(any(), any());
    }

    @Test
    void a_later_closing_date_gives_the_party_more_time_to_confirm() {
        ProcessInstance invitation = signedAdReferendum();

        Instant later = CLOSING_DATE.plus(Duration.ofDays(30));
        world.inEffectAndOpenUntil(later);
        world.circulations.deadlineProlonged(world.id);
        world.runDueSteps();
        CirculationWorld.at(CLOSING_DATE);
        world.runDueSteps();
        assertThat(invitation).isWaitingAt(InvitationProcess.AWAIT_CONFIRMATION);

        CirculationWorld.at(later);
        world.runDueSteps();
        assertThat(invitation).isEnded().hasPassed("BoundaryEvent_ClosingDatePassed");
    }

    @Test
    void while_the_circulation_rests_no_closing_date_passes() {
        ProcessInstance invitation = signedAdReferendum();
        when(world.signatories.isPausedNow(world.id)).thenReturn(true);
        world.circulations.paused(world.id);
        world.runDueSteps();

        CirculationWorld.at(CLOSING_DATE);
        world.runDueSteps();
        assertThat(invitation).isWaitingAt("Event_ConfirmationResumed");

        when(world.signatories.isPausedNow(world.id)).thenReturn(false);
        world.circulations.resumed(world.id);
        world.runDueSteps();
        assertThat(invitation).isEnded().hasPassed("BoundaryEvent_ClosingDatePassed");
    }

    @Test
    void what_is_confirmed_in_the_moment_of_the_resumption_is_not_waited_for() {
        ProcessInstance invitation = signedAdReferendum();
        when(world.signatories.isPausedNow(world.id)).thenReturn(true);
        world.circulations.paused(world.id);
        world.runDueSteps();

        world.confirmed();
        when(world.signatories.isPausedNow(world.id)).thenReturn(false);
        world.circulations.resumed(world.id);
        world.runDueSteps();

        assertThat(invitation).isEnded().hasNotPassed("BoundaryEvent_ClosingDatePassed");
    }

    @Test
    void a_circulation_that_is_closed_early_waits_for_no_confirmation() {
        ProcessInstance invitation = signedAdReferendum();

        world.deadline(CirculationWorld.MONDAY);
        world.circulations.closedEarly(world.id);
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed("BoundaryEvent_ClosingDateMoved", "BoundaryEvent_ClosingDatePassed");
    }

    private ProcessInstance signedAdReferendum() {
        world.inEffectAndOpenUntil(CLOSING_DATE);
        SignatoryId signatory = world.signatory(1);
        ProcessInstance invitation = opened(signatory);
        world.signsAdReferendum(signatory);
        world.runDueSteps();
        assertThat(invitation).isWaitingAt(InvitationProcess.AWAIT_CONFIRMATION);
        return invitation;
    }

    private ProcessInstance opened(SignatoryId signatory) {
        world.release();
        world.runDueSteps();
        return world.invitation(signatory);
    }
}
