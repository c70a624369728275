package org.alternat.circulation;

import static org.alternat.circulation.InvitationProcess.declarationId;
import static org.alternat.circulation.InvitationProcess.signatoryId;

import java.time.Clock;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.RefusalPolicy;
import org.alternat.declaration.Rounds;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.invitation.InvitationLetters;
import org.alternat.shared.DeclarationId;
import org.alternat.signing.SignatureAppender;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code signatory-invitation}, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class InvitationSteps {

    @Bean
    JavaDelegate sendInvitationDelegate(InvitationLetters letters, Clock clock) {
        return execution -> {
            letters.sendInvitation(signatoryId(execution));
            InvitationProcess.invitationSent(execution, clock.instant());
        };
    }

    /** One that comes late, after a stop or a mail server's absence, may find the night: the schedule is asked again then. */
    @Bean
    JavaDelegate sendReminderDelegate(InvitationLetters letters, ReminderSchedule schedule, Clock clock) {
        return execution -> {
            int sent = InvitationProcess.remindersSent(execution);
            if (schedule.isDue(signatoryId(execution), sent, InvitationProcess.lastLetterAt(execution))) {
                sendReminder(execution, letters, clock);
            }
        };
    }

    @Bean
    JavaDelegate sendRequestedReminderDelegate(InvitationLetters letters, ReminderSchedule schedule, Clock clock) {
        return execution -> {
            boolean mayLeave = schedule.mayLeaveNow(signatoryId(execution));
            InvitationProcess.reminderPostponed(execution, !mayLeave);
            if (mayLeave) {
                sendReminder(execution, letters, clock);
            }
        };
    }

    /** The reminders that are due and those that were asked for have one row of numbers, so no letter's key is used twice. */
    private static void sendReminder(DelegateExecution execution, InvitationLetters letters, Clock clock) {
        letters.sendReminder(signatoryId(execution), InvitationProcess.remindersSent(execution) + 1);
        InvitationProcess.reminderSent(execution, clock.instant());
    }

    @Bean
    JavaDelegate appendSignatureDelegate(
            SignatureAppender appender, Signatories signatories, Declarations declarations) {
        return execution -> {
            appender.append(signatoryId(execution));
            InvitationProcess.confirmationAwaited(
                    execution,
                    signatories
                            .find(signatoryId(execution))
                            .map(Signatory::isProvisional)
                            .orElse(false),
                    declarations.get(declarationId(execution)).closingDate());
        };
    }

    @Bean
    JavaDelegate notifyOrganisersDelegate(LetterDeliveries letters) {
        return execution -> letters.refusalNotices(declarationId(execution), signatoryId(execution));
    }

    @Bean
    JavaDelegate notifySignatoryDelegate(LetterDeliveries letters) {
        return execution -> letters.paperNotice(declarationId(execution), signatoryId(execution));
    }

    @Bean
    JavaDelegate applyRefusalPolicyDelegate(RefusalPolicy policy) {
        return execution -> policy.apply(declarationId(execution));
    }

    @Bean
    JavaDelegate markInvitationExpiredDelegate(Deadlines deadlines) {
        return execution -> {
            DeclarationId id = declarationId(execution);
            boolean expired = deadlines.passed(id, signatoryId(execution));
            InvitationProcess.expired(execution, expired, deadlines.of(id));
        };
    }

    @Bean
    JavaDelegate settleInvitationDelegate(Rounds rounds, Circulations circulations) {
        return execution -> {
            if (rounds.settle(signatoryId(execution))) {
                circulations.roundSettled(declarationId(execution));
            }
        };
    }
}
