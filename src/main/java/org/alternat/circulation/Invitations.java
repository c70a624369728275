package org.alternat.circulation;

import java.util.List;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.shared.DeclarationId;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;

/** Opens and stops the invitations of a declaration: one root process instance per signatory (decision 0002). */
@Service
class Invitations {

    private final RuntimeService runtime;
    private final Declarations declarations;
    private final Signatories signatories;
    private final int batch;

    Invitations(
            RuntimeService runtime,
            Declarations declarations,
            Signatories signatories,
            CirculationProperties properties) {
        this.runtime = runtime;
        this.declarations = declarations;
        this.signatories = signatories;
        this.batch = properties.batch();
    }

    /**
     * Opens the next batch of a round's invitations, in order of precedence.
     *
     * @param opened how many of the round are open already
     */
    Batch openBatch(DeclarationId id, int round, int opened) {
        Declaration declaration = declarations.get(id);
        List<Signatory> invited =
                signatories.of(id).stream().filter(s -> s.round() == round).toList();
        int end = Math.min(opened + batch, invited.size());
        for (Signatory signatory : invited.subList(opened, end)) {
            runtime.startProcessInstanceByKey(
                    InvitationProcess.KEY,
                    InvitationProcess.businessKey(id, signatory.id()),
                    InvitationProcess.startingWith(id, signatory.id(), declaration.deadline()));
        }
        return new Batch(end, end == invited.size());
    }

    /** Ends every invitation of the declaration that is still open, wherever it stands. */
    void stop(DeclarationId id) {
        List<ProcessInstance> open = runtime.createProcessInstanceQuery()
                .processDefinitionKey(InvitationProcess.KEY)
                .processInstanceBusinessKeyLike(InvitationProcess.businessKeysOf(id))
                .list();
        for (ProcessInstance invitation : open) {
            runtime.createMessageCorrelation(InvitationProcess.MSG_INVITATION_WITHDRAWN)
                    .processInstanceId(invitation.getProcessInstanceId())
                    .correlateAll();
        }
    }

    /** @param all whether the whole round is open now */
    record Batch(int opened, boolean all) {}
}
