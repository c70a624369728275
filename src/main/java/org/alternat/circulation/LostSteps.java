package org.alternat.circulation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alternat.declaration.Rounds;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes anew what the engine has lost. Every step sees by its natural key what was done before, so nothing is done twice by it;
 * under the declaration's lock, so that of two nodes one does it.
 */
@Component
@Transactional
class LostSteps {

    /** A token before a step that runs as a job stands in no activity; without the job it would stand there for ever. */
    private static final String WITHOUT_JOB = "select E.* from ACT_RU_EXECUTION E where E.ACT_ID_ is not null"
            + " and E.ACT_INST_ID_ is null and not exists (select 1 from ACT_RU_JOB J where J.EXECUTION_ID_ = E.ID_)";

    private final RuntimeService runtime;
    private final Circulations circulations;
    private final Invitations invitations;
    private final Rounds rounds;
    private final Signatories signatories;

    LostSteps(
            RuntimeService runtime,
            Circulations circulations,
            Invitations invitations,
            Rounds rounds,
            Signatories signatories) {
        this.runtime = runtime;
        this.circulations = circulations;
        this.invitations = invitations;
        this.rounds = rounds;
        this.signatories = signatories;
    }

    /** The executions whose job is lost. */
    List<String> withoutJob() {
        return runtime.createNativeExecutionQuery().sql(WITHOUT_JOB).list().stream()
                .map(Execution::getId)
                .toList();
    }

    /** Takes the token back and puts it before the same step again, with a job. */
    boolean makeAnew(String executionId) {
        Execution token =
                runtime.createExecutionQuery().executionId(executionId).singleResult();
        if (token == null) {
            return false;
        }
        Optional<TransitionInstance> waiting = transitions(runtime.getActivityInstance(token.getProcessInstanceId()))
                .filter(transition -> transition.getExecutionId().equals(executionId))
                .findFirst();
        waiting.ifPresent(transition -> runtime.createProcessInstanceModification(token.getProcessInstanceId())
                .startBeforeActivity(transition.getActivityId())
                .cancelTransitionInstance(transition.getId())
                .execute());
        return waiting.isPresent();
    }

    private static Stream<TransitionInstance> transitions(ActivityInstance instance) {
        return Stream.concat(
                Arrays.stream(instance.getChildTransitionInstances()),
                Arrays.stream(instance.getChildActivityInstances()).flatMap(LostSteps::transitions));
    }

    /** A declaration that only waits for the service: its circulation is begun again, or told what it has missed. */
    boolean resume(DeclarationId id) {
        if (!rounds.complete(id)) {
            return false;
        }
        ProcessInstance circulation = runtime.createProcessInstanceQuery()
                .processDefinitionKey(CirculationProcess.KEY)
                .processInstanceBusinessKey(CirculationProcess.businessKey(id))
                .singleResult();
        if (circulation == null) {
            circulations.start(id);
            return true;
        }
        if (runtime.getActiveActivityIds(circulation.getId()).contains(CirculationProcess.ROUND_SETTLED)) {
            circulations.roundSettled(id);
            return true;
        }
        return false;
    }

    /** A consent without a signature: its invitation is begun again where the signature is appended, or told what it has missed. */
    boolean resume(SignatoryId id) {
        Signatory signatory = signatories.locked(id);
        if (signatory.state() != SignatoryState.CONSENTED) {
            return false;
        }
        ProcessInstance invitation = runtime.createProcessInstanceQuery()
                .processDefinitionKey(InvitationProcess.KEY)
                .processInstanceBusinessKey(InvitationProcess.businessKey(signatory.declarationId(), id))
                .singleResult();
        if (invitation == null) {
            invitations.appendSignatureOf(signatory);
            return true;
        }
        if (runtime.getActiveActivityIds(invitation.getId()).contains(InvitationProcess.AWAIT_CONSENT)) {
            circulations.consentGiven(signatory.declarationId(), id);
            return true;
        }
        return false;
    }
}
