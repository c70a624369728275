package org.alternat.circulation;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.delegate.VariableScope;

/** {@code processes/signatory-invitation.bpmn} in words of Java: key, elements, messages, variables. Nothing else spells them. */
final class InvitationProcess {

    static final String KEY = "signatory-invitation";

    static final String AWAIT_CONSENT = "Task_AwaitConsent";
    static final String SEND_INVITATION = "Task_SendInvitation";
    static final String REMINDER_DUE = "Event_ReminderDue";
    static final String SEND_REMINDER = "Task_SendReminder";
    static final String SEND_REQUESTED_REMINDER = "Task_SendRequestedReminder";
    static final String MARK_INVITATION_EXPIRED = "Task_MarkInvitationExpired";
    static final String AWAIT_CONFIRMATION = "Task_AwaitConfirmation";
    static final String APPEND_SIGNATURE = "Task_AppendSignature";

    static final String MSG_CONSENT_GIVEN = "Msg_ConsentGiven";
    static final String MSG_SIGNATURE_REFUSED = "Msg_SignatureRefused";
    static final String MSG_SIGNATURE_CONFIRMED = "Msg_SignatureConfirmed";
    static final String MSG_PAPER_SIGNATURE_RECORDED = "Msg_PaperSignatureRecorded";
    static final String MSG_REMINDER_REQUESTED = "Msg_ReminderRequested";
    static final String MSG_PERSON_REPLACED = "Msg_PersonReplaced";
    static final String MSG_INVITATION_PROLONGED = "Msg_InvitationProlonged";
    static final String MSG_INVITATION_PAUSED = "Msg_InvitationPaused";
    static final String MSG_INVITATION_RESUMED = "Msg_InvitationResumed";
    static final String MSG_INVITATION_WITHDRAWN = "Msg_InvitationWithdrawn";

    private static final String DECLARATION_ID = "declarationId"; // String
    private static final String SIGNATORY_ID = "signatoryId"; // String
    private static final String DEADLINE = "deadline"; // Date
    private static final String CIRCULATION_PAUSED = "circulationPaused"; // Boolean
    private static final String INVITATION_EXPIRED = "invitationExpired"; // Boolean
    private static final String CLOSING_DATE = "closingDate"; // Date
    private static final String SIGNATURE_ASKED = "signatureAsked"; // Boolean
    private static final String CONFIRMATION_AWAITED = "confirmationAwaited"; // Boolean
    private static final String REMINDERS_SENT = "remindersSent"; // Integer
    private static final String LAST_LETTER_AT = "lastLetterAt"; // Date
    private static final String REMINDER_POSTPONED = "reminderPostponed"; // Boolean

    private InvitationProcess() {}

    static String businessKey(DeclarationId declarationId, SignatoryId signatoryId) {
        return declarationId + ":" + signatoryId;
    }

    /** Matches the business keys of all invitations of one declaration. */
    static String businessKeysOf(DeclarationId declarationId) {
        return declarationId + ":%";
    }

    /** The signatory of an invitation's business key; empty for a key of another process. */
    static Optional<SignatoryId> signatoryIn(DeclarationId declarationId, String businessKey) {
        String beginning = declarationId + ":";
        if (!businessKey.startsWith(beginning) || businessKey.indexOf(':', beginning.length()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(SignatoryId.parse(businessKey.substring(beginning.length())));
    }

    /**
     * @param signatureAsked whether the answer leads to a signature in the document
     * @param paused whether the invitation rests from the beginning
     */
    static Map<String, Object> startingWith(
            DeclarationId declarationId,
            SignatoryId signatoryId,
            Instant deadline,
            Instant closingDate,
            boolean signatureAsked,
            boolean paused) {
        return Map.of(
                DECLARATION_ID,
                declarationId.toString(),
                SIGNATORY_ID,
                signatoryId.toString(),
                DEADLINE,
                Date.from(deadline),
                CLOSING_DATE,
                Date.from(closingDate),
                SIGNATURE_ASKED,
                signatureAsked,
                CIRCULATION_PAUSED,
                paused,
                REMINDERS_SENT,
                0);
    }

    static DeclarationId declarationId(VariableScope scope) {
        return DeclarationId.parse((String) scope.getVariable(DECLARATION_ID));
    }

    static SignatoryId signatoryId(VariableScope scope) {
        return SignatoryId.parse((String) scope.getVariable(SIGNATORY_ID));
    }

    /** For somebody who takes the place of another. */
    static Map<String, Object> noReminderSent() {
        return Map.of(REMINDERS_SENT, 0);
    }

    /** @param closingDate until when a signature ad referendum may be confirmed */
    static Map<String, Object> until(Instant deadline, Instant closingDate) {
        return Map.of(DEADLINE, Date.from(deadline), CLOSING_DATE, Date.from(closingDate));
    }

    /** @param awaited whether a signature ad referendum still waits for its party */
    static Map<String, Object> resumed(Map<String, Object> until, boolean awaited) {
        Map<String, Object> all = new HashMap<>(until);
        all.put(CONFIRMATION_AWAITED, awaited);
        return all;
    }

    /** Whether the invitation is over; if not, the answer is awaited until the deadline as it is now. */
    static void expired(VariableScope scope, boolean expired, Instant deadline) {
        scope.setVariable(INVITATION_EXPIRED, expired);
        scope.setVariable(DEADLINE, Date.from(deadline));
    }

    static void confirmationAwaited(VariableScope scope, boolean awaited, Instant closingDate) {
        scope.setVariable(CONFIRMATION_AWAITED, awaited);
        scope.setVariable(CLOSING_DATE, Date.from(closingDate));
    }

    /** How many reminders have left, asked for or not: the next one's number is one more. */
    static int remindersSent(VariableScope scope) {
        return (Integer) scope.getVariable(REMINDERS_SENT);
    }

    static Date lastLetterAt(VariableScope scope) {
        return (Date) scope.getVariable(LAST_LETTER_AT);
    }

    static void invitationSent(VariableScope scope, Instant at) {
        scope.setVariable(LAST_LETTER_AT, Date.from(at));
    }

    static void reminderSent(VariableScope scope, Instant at) {
        scope.setVariable(REMINDERS_SENT, remindersSent(scope) + 1);
        scope.setVariable(LAST_LETTER_AT, Date.from(at));
    }

    /** Whether a reminder that somebody asked for must wait for the day over there. */
    static void reminderPostponed(VariableScope scope, boolean postponed) {
        scope.setVariable(REMINDER_POSTPONED, postponed);
    }
}
