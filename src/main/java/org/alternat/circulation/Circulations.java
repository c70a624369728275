package org.alternat.circulation;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * Starts circulations and tells them what has happened, in the caller's transaction. An answer that nobody waits for any
 * more is no error: the domain's own guard has decided already who was first.
 */
@Service
class Circulations {

    private static final Logger LOG = LoggerFactory.getLogger(Circulations.class);

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clock clock;

    Circulations(RuntimeService runtime, ManagementService management, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    void start(DeclarationId id) {
        runtime.startProcessInstanceByKey(
                CirculationProcess.KEY, CirculationProcess.businessKey(id), CirculationProcess.startingWith(id));
        LOG.info("Circulation of declaration {} started", id);
    }

    void withdraw(DeclarationId id) {
        tell(CirculationProcess.MSG_DECLARATION_WITHDRAWN, CirculationProcess.businessKey(id));
    }

    void consentGiven(DeclarationId id, SignatoryId signatoryId) {
        tell(InvitationProcess.MSG_CONSENT_GIVEN, InvitationProcess.businessKey(id, signatoryId));
    }

    void signatureRefused(DeclarationId id, SignatoryId signatoryId) {
        tell(InvitationProcess.MSG_SIGNATURE_REFUSED, InvitationProcess.businessKey(id, signatoryId));
    }

    void signatureConfirmed(DeclarationId id, SignatoryId signatoryId) {
        tell(InvitationProcess.MSG_SIGNATURE_CONFIRMED, InvitationProcess.businessKey(id, signatoryId));
    }

    void paperSignatureRecorded(DeclarationId id, SignatoryId signatoryId) {
        tell(InvitationProcess.MSG_PAPER_SIGNATURE_RECORDED, InvitationProcess.businessKey(id, signatoryId));
    }

    void reminderRequested(DeclarationId id, SignatoryId signatoryId) {
        tell(InvitationProcess.MSG_REMINDER_REQUESTED, InvitationProcess.businessKey(id, signatoryId));
    }

    /** The invitation begins anew: a letter to the new person, and reminders from the first one. */
    void personReplaced(DeclarationId id, SignatoryId signatoryId) {
        tell(
                InvitationProcess.MSG_PERSON_REPLACED,
                InvitationProcess.businessKey(id, signatoryId),
                InvitationProcess.noReminderSent());
    }

    void deadlineProlonged(DeclarationId id) {
        tell(CirculationProcess.MSG_DEADLINE_PROLONGED, CirculationProcess.businessKey(id));
    }

    /** Calls the signatures that wait for the head of the chain: its lease has ended before its time. */
    void headFreed(DeclarationId id) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(InvitationProcess.KEY)
                .processInstanceBusinessKeyLike(InvitationProcess.businessKeysOf(id))
                .activityIdIn(InvitationProcess.APPEND_SIGNATURE)
                .list()
                .forEach(waiting -> management
                        .createJobQuery()
                        .processInstanceId(waiting.getProcessInstanceId())
                        .activityId(InvitationProcess.APPEND_SIGNATURE)
                        .withRetriesLeft()
                        .duedateHigherThan(Date.from(clock.instant()))
                        .list()
                        .forEach(job -> management.setJobDuedate(job.getId(), Date.from(clock.instant()))));
    }

    void paused(DeclarationId id) {
        tell(CirculationProcess.MSG_CIRCULATION_PAUSED, CirculationProcess.businessKey(id));
    }

    void resumed(DeclarationId id) {
        tell(CirculationProcess.MSG_CIRCULATION_RESUMED, CirculationProcess.businessKey(id));
    }

    void closedEarly(DeclarationId id) {
        tell(CirculationProcess.MSG_CIRCULATION_CLOSED_EARLY, CirculationProcess.businessKey(id));
    }

    /** Whose link it is, nobody has looked up yet. */
    void freshLinkRequested(Sha256 link, Instant askedAt) {
        runtime.startProcessInstanceByKey(FreshLinkProcess.KEY, FreshLinkProcess.startingWith(link, askedAt));
    }

    /**
     * Tells the declaration's circulation that its round is settled.
     *
     * @throws org.camunda.bpm.engine.MismatchingMessageCorrelationException when it does not wait for that: a fault of ours,
     *     so the step fails and is seen
     */
    void roundSettled(DeclarationId id) {
        runtime.createMessageCorrelation(CirculationProcess.MSG_ROUND_SETTLED)
                .processInstanceBusinessKey(CirculationProcess.businessKey(id))
                .correlate();
    }

    /** Not {@code correlate()}: its exception on no match would doom the caller's transaction even when caught. */
    private void tell(String message, String businessKey) {
        tell(message, businessKey, Map.of());
    }

    private void tell(String message, String businessKey, Map<String, Object> variables) {
        int heard = collisionsTranslated(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .setVariables(variables)
                .correlateAllWithResult()
                .size());
        if (heard == 0) {
            LOG.info("{} for {}: nobody waits for it any more", message, businessKey);
        }
    }

    /** Two things happened to one instance at once. Callers know Spring's word for it, not the engine's, and try again. */
    private static <T> T collisionsTranslated(Supplier<T> command) {
        try {
            return command.get();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("The circulation was moved by somebody else at this moment", e);
        }
    }
}
