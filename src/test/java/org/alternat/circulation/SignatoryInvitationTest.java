package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.declaration.Notice;
import org.alternat.declaration.SignatoryState;
import org.alternat.mail.LetterKey;
import org.alternat.mail.LetterRefusedException;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads like {@code signatory-invitation.bpmn}. */
class SignatoryInvitationTest {

    CirculationWorld world = new CirculationWorld();
    SignatoryId signatory = world.signatory(1);
    ProcessInstance invitation;

    @BeforeEach
    void an_invitation_that_was_just_opened() {
        world.release();
        // Prepare document, open the round, invite: the letter's own step is still to come.
        while (world.openInvitations() == 0) {
            world.management.executeJob(world.dueSteps().get(0).getId());
        }
        invitation = world.invitation(signatory);
    }

    @AfterEach
    void leave() {
        world.close();
    }

    @Test
    void the_answer_is_awaited_before_the_letter_leaves() {
        assertThat(invitation).isWaitingAt(InvitationProcess.AWAIT_CONSENT, InvitationProcess.SEND_INVITATION);
        verify(world.letters, never()).sendInvitation(any());
    }

    @Test
    void a_consent_becomes_a_signature_and_settles_the_invitation() {
        world.runDueSteps();

        world.consents(signatory);
        assertThat(invitation).isWaitingAt(InvitationProcess.APPEND_SIGNATURE);
        verify(world.appender, never()).append(any());
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed("EndEvent_InvitationSettled");
        verify(world.appender).append(signatory);
        verify(world.rounds).settle(signatory);
    }

    @Test
    void a_consent_never_waits_for_a_letter_that_fails() {
        doThrow(new IllegalStateException("421")).when(world.letters).sendInvitation(signatory);
        world.runDueSteps();

        world.consents(signatory);
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed("EndEvent_InvitationSettled");
        verify(world.letters, times(1)).sendInvitation(signatory);
        assertThat(world.management
                        .createJobQuery()
                        .processInstanceId(invitation.getId())
                        .count())
                .isZero();
    }

    @Test
    void a_consent_before_the_letter_went_out_is_heard_and_the_letter_stays_at_home() {
        world.consents(signatory);
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed("EndEvent_InvitationSettled");
        verify(world.letters, never()).sendInvitation(any());
    }

    @Test
    void a_second_answer_changes_nothing() {
        world.consents(signatory);
        world.consents(signatory);
        world.refuses(signatory);
        world.runDueSteps();

        verify(world.appender, times(1)).append(signatory);
        verify(world.notices, never()).sendRefusalNotice(any(), any());
    }

    @Test
    void a_timestamp_authority_that_is_down_is_asked_again_after_five_seconds() {
        world.runDueSteps();
        Instant consent = Instant.parse("2019-10-08T08:00:00Z");
        CirculationWorld.at(consent);
        doThrow(new IllegalStateException("no timestamp")).when(world.appender).append(signatory);
        world.consents(signatory);
        world.runDueSteps();
        assertThat(invitation).isWaitingAt(InvitationProcess.APPEND_SIGNATURE);

        doNothing().when(world.appender).append(signatory);
        CirculationWorld.at(consent.plus(Duration.ofSeconds(4)));
        world.runDueSteps();
        assertThat(invitation).isWaitingAt(InvitationProcess.APPEND_SIGNATURE);
        CirculationWorld.at(consent.plus(Duration.ofSeconds(6)));
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed("EndEvent_InvitationSettled");
    }

    @Test
    void a_signature_that_cannot_be_appended_is_a_problem_of_this_signatory() {
        doThrow(new IllegalStateException("no timestamp")).when(world.appender).append(signatory);
        world.runDueSteps();
        world.consents(signatory);
        world.untilNothingIsLeft();

        assertThat(world.problems.of(world.id)).singleElement().satisfies(problem -> {
            assertThat(problem.messageKey()).isEqualTo("circulation.problem.signature");
            assertThat(problem.signatory()).isEqualTo(signatory);
        });
        assertThat(invitation).isWaitingAt(InvitationProcess.APPEND_SIGNATURE);
    }

    @Test
    void a_refusal_tells_the_organisers_and_settles_the_invitation() {
        world.runDueSteps();

        world.refuses(signatory);
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed("EndEvent_InvitationSettled");
        assertThat(invitation).hasNotPassed(InvitationProcess.APPEND_SIGNATURE);
        verify(world.notices).sendRefusalNotice(signatory, world.organiser.id());
    }

    @Test
    void three_reminders_leave_at_nine_in_paris_and_then_no_more() {
        List<Instant> left = new ArrayList<>();
        doAnswer(call -> left.add(ClockUtil.getCurrentTime().toInstant()))
                .when(world.letters)
                .sendReminder(eq(signatory), anyInt());
        world.untilNothingIsLeft();

        // The clocks went back on 27 October: nine o'clock is an hour later in UTC from then on.
        assertThat(left)
                .containsExactly(
                        Instant.parse("2019-10-14T07:00:00Z"),
                        Instant.parse("2019-10-21T07:00:00Z"),
                        Instant.parse("2019-10-28T08:00:00Z"));
        verify(world.letters).sendReminder(signatory, 1);
        verify(world.letters).sendReminder(signatory, 2);
        verify(world.letters).sendReminder(signatory, 3);
    }

    @Test
    void no_reminder_is_planned_for_after_the_deadline() {
        CirculationWorld.at(CirculationWorld.DEADLINE.minus(Duration.ofDays(3)));
        world.runDueSteps();

        assertThat(invitation).hasPassed("EndEvent_RemindersFinished");
        assertThat(invitation).isWaitingAt(InvitationProcess.AWAIT_CONSENT);
    }

    @Test
    void a_reminder_stops_at_once_on_the_answer() {
        world.runDueSteps();
        world.consents(signatory);
        world.untilNothingIsLeft();

        verify(world.letters, never()).sendReminder(any(), anyInt());
    }

    @Test
    void a_reminder_that_an_organiser_asks_for_has_a_number_of_its_own() {
        world.runDueSteps();
        world.circulations.reminderRequested(world.id, signatory);
        world.circulations.reminderRequested(world.id, signatory);
        world.runDueSteps();

        verify(world.letters).sendReminder(signatory, 1);
        verify(world.letters).sendReminder(signatory, 2);
        assertThat(invitation).isWaitingAt(InvitationProcess.AWAIT_CONSENT, "Event_ReminderDue");
    }

    @Test
    void a_reminder_that_fails_for_good_is_a_problem_and_the_answer_is_still_heard() {
        doThrow(new IllegalStateException("550")).when(world.letters).sendReminder(eq(signatory), anyInt());
        world.runDueSteps();
        world.circulations.reminderRequested(world.id, signatory);
        CirculationWorld.at(CirculationWorld.MONDAY.plus(Duration.ofDays(2)));
        for (int attempt = 0; attempt < 40; attempt++) {
            world.runDueSteps();
            CirculationWorld.at(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(1)));
        }
        assertThat(world.problems.of(world.id)).extracting(Notice::messageKey).contains("circulation.problem.reminder");

        world.consents(signatory);
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed("EndEvent_InvitationSettled");
        assertThat(world.problems.of(world.id)).isEmpty();
    }

    @Test
    void an_address_that_does_not_work_is_a_problem_at_once_and_is_tried_again_when_an_organiser_says_so() {
        LetterKey key = new LetterKey("invitation", world.id, "signatory:" + signatory, 1);
        doThrow(new LetterRefusedException(key)).when(world.letters).sendInvitation(signatory);
        world.runDueSteps();

        assertThat(world.problems.of(world.id))
                .extracting(Notice::messageKey)
                .containsExactly("circulation.problem.invitation");
        verify(world.letters, times(1)).sendInvitation(signatory);

        doNothing().when(world.letters).sendInvitation(signatory);
        String retry = world.problems.of(world.id).get(0).retryPath();
        assertThat(world.problems.retry(world.id, retry.split("/")[4])).isTrue();
        world.runDueSteps();
        assertThat(world.problems.of(world.id)).isEmpty();
    }

    @Test
    void the_deadline_expires_a_silent_invitation_and_settles_it() {
        world.untilNothingIsLeft();

        assertThat(invitation).isEnded().hasPassed("BoundaryEvent_DeadlinePassed", "EndEvent_InvitationSettled");
        verify(world.signatories).expired(signatory, CirculationWorld.DEADLINE);
        verify(world.audit)
                .append(
                        world.id,
                        AuditEvent.byService(
                                AuditEventType.INVITATION_EXPIRED, Map.of("signatory", signatory.toString())));
        assertThat(world.people.get(signatory).state()).isEqualTo(SignatoryState.EXPIRED);
    }

    @Test
    void an_answer_after_the_deadline_is_no_error() {
        world.untilNothingIsLeft();

        world.consents(signatory);

        verify(world.appender, never()).append(any());
    }

    @Test
    void a_withdrawal_ends_even_an_invitation_whose_signature_could_not_be_appended() {
        doThrow(new IllegalStateException("no timestamp")).when(world.appender).append(signatory);
        world.runDueSteps();
        world.consents(signatory);
        world.untilNothingIsLeft();

        world.circulations.withdraw(world.id);
        world.runDueSteps();

        assertThat(invitation).isEnded().hasPassed("EndEvent_InvitationClosed");
        assertThat(world.problems.of(world.id)).isEmpty();
    }
}
