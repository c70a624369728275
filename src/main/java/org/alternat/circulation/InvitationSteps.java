package org.alternat.circulation;

import static org.alternat.circulation.InvitationProcess.declarationId;
import static org.alternat.circulation.InvitationProcess.signatoryId;

import org.alternat.declaration.Rounds;
import org.alternat.invitation.InvitationLetters;
import org.alternat.signing.SignatureAppender;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code signatory-invitation}, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class InvitationSteps {

    @Bean
    JavaDelegate sendInvitationDelegate(InvitationLetters letters) {
        return execution -> letters.sendInvitation(signatoryId(execution));
    }

    /** Serves the reminders that are due and those that were asked for: one row of numbers, so no letter's key is used twice. */
    @Bean
    JavaDelegate sendReminderDelegate(InvitationLetters letters) {
        return execution -> {
            int number = InvitationProcess.remindersSent(execution) + 1;
            letters.sendReminder(signatoryId(execution), number);
            InvitationProcess.remindersSent(execution, number);
        };
    }

    @Bean
    JavaDelegate appendSignatureDelegate(SignatureAppender appender) {
        return execution -> appender.append(signatoryId(execution));
    }

    @Bean
    JavaDelegate notifyOrganisersDelegate(LetterDeliveries letters) {
        return execution -> letters.refusalNotices(declarationId(execution), signatoryId(execution));
    }

    @Bean
    JavaDelegate markInvitationExpiredDelegate(Deadlines deadlines) {
        return execution -> deadlines.passed(declarationId(execution), signatoryId(execution));
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
