package org.alternat.circulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
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
        List<Signatory> invited = signatories.of(id).stream()
                .filter(s -> s.round() == round && s.role().isAsked())
                .toList();
        boolean paused = signatories.isPausedNow(id);
        int end = Math.min(opened + batch, invited.size());
        // Where a circulation begins again, some of the round have answered the first time.
        startMissing(
                declaration,
                signatories.awaited(id).stream()
                        .filter(invited.subList(opened, end)::contains)
                        .toList(),
                paused);
        return new Batch(end, end == invited.size());
    }

    /** Lets every invitation that still awaits its answer await it until the new deadline, and opens the expired ones again. */
    void prolong(DeclarationId id) {
        Map<String, Object> until = until(id);
        boolean paused = signatories.isPausedNow(id);
        tellAll(id, InvitationProcess.MSG_INVITATION_PROLONGED, until);
        startMissing(declarations.get(id), signatories.awaited(id), paused);
    }

    /** Opens the invitation of somebody whose answer was counted in and is awaited again. */
    void reopen(DeclarationId id, SignatoryId signatory) {
        boolean paused = signatories.isPausedNow(id);
        startMissing(declarations.get(id), List.of(signatories.get(signatory)), paused);
    }

    /** A deadline that is prolonged while a round is being invited opens invitations too: nobody gets two. */
    private void startMissing(Declaration declaration, List<Signatory> people, boolean paused) {
        Set<String> open = open(declaration.id()).stream()
                .map(ProcessInstance::getBusinessKey)
                .collect(Collectors.toSet());
        people.stream()
                .filter(one -> !open.contains(InvitationProcess.businessKey(declaration.id(), one.id())))
                .forEach(one -> start(one, declaration, paused));
    }

    /**
     * Lets every open invitation rest, or go on after a rest, as the declaration says now: of a pause and its end, told one
     * after the other, the later one counts whichever step comes first.
     */
    void followPause(DeclarationId id) {
        if (signatories.isPausedNow(id)) {
            tellAll(id, InvitationProcess.MSG_INVITATION_PAUSED, Map.of());
        } else {
            resume(id);
        }
    }

    /** Under the declaration's lock: what is confirmed from now on is heard, and what was before is told here. */
    private void resume(DeclarationId id) {
        Map<String, Object> until = until(id);
        Set<String> provisional = signatories.of(id).stream()
                .filter(Signatory::isProvisional)
                .map(one -> InvitationProcess.businessKey(id, one.id()))
                .collect(Collectors.toSet());
        tellAll(
                id,
                InvitationProcess.MSG_INVITATION_RESUMED,
                invitation -> InvitationProcess.resumed(until, provisional.contains(invitation.getBusinessKey())));
    }

    /** The deadline is now: whoever is still awaited, resting or not, meets it at once. */
    void close(DeclarationId id) {
        Map<String, Object> until = until(id);
        tellAll(id, InvitationProcess.MSG_INVITATION_PROLONGED, until);
        resume(id);
    }

    /** Ends every invitation of the declaration that is still open, wherever it stands. */
    void stop(DeclarationId id) {
        tellAll(id, InvitationProcess.MSG_INVITATION_WITHDRAWN, Map.of());
    }

    private Map<String, Object> until(DeclarationId id) {
        Declaration declaration = declarations.get(id);
        return InvitationProcess.until(declaration.answerableUntil(), declaration.closingDate());
    }

    private void tellAll(DeclarationId id, String message, Map<String, Object> variables) {
        tellAll(id, message, invitation -> variables);
    }

    private void tellAll(DeclarationId id, String message, Function<ProcessInstance, Map<String, Object>> variables) {
        for (ProcessInstance invitation : open(id)) {
            runtime.createMessageCorrelation(message)
                    .processInstanceId(invitation.getProcessInstanceId())
                    .setVariables(variables.apply(invitation))
                    .correlateAll();
        }
    }

    /** For a consent whose invitation is gone: it begins where the signature is appended. */
    void appendSignatureOf(Signatory signatory) {
        DeclarationId id = signatory.declarationId();
        runtime.createProcessInstanceByKey(InvitationProcess.KEY)
                .businessKey(InvitationProcess.businessKey(id, signatory.id()))
                .setVariables(variables(signatory, declarations.get(id), false))
                .startBeforeActivity(InvitationProcess.APPEND_SIGNATURE)
                .execute();
    }

    private List<ProcessInstance> open(DeclarationId id) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(InvitationProcess.KEY)
                .processInstanceBusinessKeyLike(InvitationProcess.businessKeysOf(id))
                .list();
    }

    private void start(Signatory signatory, Declaration declaration, boolean paused) {
        runtime.startProcessInstanceByKey(
                InvitationProcess.KEY,
                InvitationProcess.businessKey(declaration.id(), signatory.id()),
                variables(signatory, declaration, paused));
    }

    private static Map<String, Object> variables(Signatory signatory, Declaration declaration, boolean paused) {
        return InvitationProcess.startingWith(
                declaration.id(),
                signatory.id(),
                declaration.answerableUntil(),
                declaration.closingDate(),
                signatory.role().signs(),
                paused);
    }

    /** @param all whether the whole round is open now */
    record Batch(int opened, boolean all) {}
}
