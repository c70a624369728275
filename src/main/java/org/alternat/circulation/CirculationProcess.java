package org.alternat.circulation;

import java.util.Map;
import org.alternat.shared.DeclarationId;
import org.camunda.bpm.engine.delegate.VariableScope;

/** {@code processes/declaration-circulation.bpmn} in words of Java: key, elements, messages, variables. Nothing else spells them. */
final class CirculationProcess {

    static final String KEY = "declaration-circulation";

    /** Elements whose failure an organiser is told about in words of its own. */
    static final String PREPARE_DOCUMENT = "Task_PrepareDocument";

    static final String OPEN_NEXT_ROUND = "Task_OpenNextRound";
    static final String INVITE_SIGNATORIES = "Task_InviteSignatories";
    static final String ROUND_SETTLED = "Event_RoundSettled";
    static final String SEAL_DOCUMENT = "Task_SealDocument";
    static final String CHECK_SEALED_DOCUMENT = "Task_CheckSealedDocument";
    static final String DELIVER_FINAL_COPIES = "Task_DeliverFinalCopies";
    static final String ARCHIVE_DECLARATION = "Task_ArchiveDeclaration";
    static final String ANNOUNCE_INSTRUMENT = "Task_AnnounceInstrument";

    static final String MSG_ROUND_SETTLED = "Msg_RoundSettled";
    static final String MSG_DEADLINE_PROLONGED = "Msg_DeadlineProlonged";
    static final String MSG_CIRCULATION_PAUSED = "Msg_CirculationPaused";
    static final String MSG_CIRCULATION_RESUMED = "Msg_CirculationResumed";
    static final String MSG_CIRCULATION_CLOSED_EARLY = "Msg_CirculationClosedEarly";
    static final String MSG_DECLARATION_WITHDRAWN = "Msg_DeclarationWithdrawn";

    private static final String DECLARATION_ID = "declarationId"; // String
    private static final String ANOTHER_ROUND = "anotherRound"; // Boolean
    private static final String ROUND = "round"; // Integer
    private static final String OPENED = "opened"; // Integer
    private static final String ROUND_INVITED = "roundInvited"; // Boolean
    private static final String DECLARATION_COMPLETE = "declarationComplete"; // Boolean
    private static final String ATTACHED_TO_ANOTHER = "attachedToAnother"; // Boolean

    private CirculationProcess() {}

    static String businessKey(DeclarationId declarationId) {
        return declarationId.toString();
    }

    static Map<String, Object> startingWith(DeclarationId declarationId) {
        return Map.of(DECLARATION_ID, declarationId.toString());
    }

    static DeclarationId declarationId(VariableScope scope) {
        return DeclarationId.parse((String) scope.getVariable(DECLARATION_ID));
    }

    static void noRoundLeft(VariableScope scope) {
        scope.setVariable(ANOTHER_ROUND, false);
    }

    /** A round was opened and none of its invitations yet. */
    static void roundOpened(VariableScope scope, int round) {
        scope.setVariable(ANOTHER_ROUND, true);
        scope.setVariable(ROUND, round);
        scope.setVariable(OPENED, 0);
    }

    static int round(VariableScope scope) {
        return (Integer) scope.getVariable(ROUND);
    }

    /** How many invitations of the current round are open already: where the next batch begins. */
    static int opened(VariableScope scope) {
        return (Integer) scope.getVariable(OPENED);
    }

    static void opened(VariableScope scope, int opened, boolean all) {
        scope.setVariable(OPENED, opened);
        scope.setVariable(ROUND_INVITED, all);
    }

    /** Whether the declaration is an instrument of another one. */
    static void attachedToAnother(VariableScope scope, boolean attached) {
        scope.setVariable(ATTACHED_TO_ANOTHER, attached);
    }

    static void complete(VariableScope scope, boolean complete) {
        scope.setVariable(DECLARATION_COMPLETE, complete);
    }
}
