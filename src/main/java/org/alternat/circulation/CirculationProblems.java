package org.alternat.circulation;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alternat.declaration.DeclarationNotices;
import org.alternat.declaration.Notice;
import org.alternat.pki.TimestampUnavailableException;
import org.alternat.sealing.SealedDocumentDisputedException;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a declaration that have been given up, in plain words, and the way to try one again. */
@Service
public class CirculationProblems implements DeclarationNotices {

    private static final Logger LOG = LoggerFactory.getLogger(CirculationProblems.class);

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clock clock;

    CirculationProblems(RuntimeService runtime, ManagementService management, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Notice> of(DeclarationId id) {
        return standing(id).stream()
                .flatMap(instance -> incidents(instance).map(incident -> notice(id, instance, incident)))
                .toList();
    }

    /**
     * Tries a given-up step once more; when it fails again it is a problem again.
     *
     * @return false when this declaration has no such problem (any more)
     */
    @Transactional
    public boolean retry(DeclarationId id, String incidentId) {
        for (ProcessInstance instance : standing(id)) {
            for (Incident incident : incidents(instance).toList()) {
                if (incident.getId().equals(incidentId)) {
                    management.setJobRetries(incident.getConfiguration(), 1);
                    management.setJobDuedate(incident.getConfiguration(), Date.from(clock.instant()));
                    LOG.info("{} of declaration {} is tried again", incident.getActivityId(), id);
                    return true;
                }
            }
        }
        return false;
    }

    /** Every business key begins with the declaration's id, which has a fixed length: no other declaration's matches. */
    private List<ProcessInstance> standing(DeclarationId id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKeyLike(id + "%")
                .withIncident()
                .list();
    }

    private Stream<Incident> incidents(ProcessInstance instance) {
        return runtime
                .createIncidentQuery()
                .processInstanceId(instance.getProcessInstanceId())
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .list()
                .stream();
    }

    private static Notice notice(DeclarationId id, ProcessInstance instance, Incident incident) {
        String sentence = "circulation.problem." + words(incident.getActivityId());
        // A step that only waits for a timestamp says which authorities were asked and what they answered.
        Optional<String> timestamps = TimestampUnavailableException.causes(incident.getIncidentMessage());
        Optional<String> dispute = SealedDocumentDisputedException.finding(incident.getIncidentMessage());
        if (dispute.isPresent()) {
            sentence = sentence + ".disputed";
        } else if (timestamps.isPresent()) {
            sentence = sentence + ".timestamp";
        }
        return new Notice(
                Notice.Severity.PROBLEM,
                sentence,
                Stream.concat(timestamps.stream(), dispute.stream()).toList(),
                signatory(id, instance),
                "/declarations/" + id + "/problems/" + incident.getId() + "/retry");
    }

    private static @Nullable SignatoryId signatory(DeclarationId id, ProcessInstance instance) {
        return InvitationProcess.signatoryIn(id, instance.getBusinessKey()).orElse(null);
    }

    /** Each step that can be given up has words of its own: a test walks the diagrams and asks for them. */
    static String words(String activityId) {
        return switch (activityId) {
            case CirculationProcess.PREPARE_DOCUMENT -> "preparation";
            case CirculationProcess.SEAL_DOCUMENT -> "seal";
            case CirculationProcess.CHECK_SEALED_DOCUMENT -> "check";
            case CirculationProcess.ARCHIVE_DECLARATION -> "archive";
            case InvitationProcess.SEND_INVITATION -> "invitation";
            case InvitationProcess.SEND_REMINDER, InvitationProcess.SEND_REQUESTED_REMINDER -> "reminder";
            case InvitationProcess.APPEND_SIGNATURE -> "signature";
            case LetterDeliveryProcess.SEND_LETTER, FreshLinkProcess.SEND_FRESH_LINK -> "letter";
            case InvitationProcess.REMINDER_DUE, "Event_ReminderPermitted" -> "reminder";
            case "Task_NotifyOrganisers" -> "refusal-notice";
            case "Task_NotifySignatory" -> "paper-notice";
            case "BoundaryEvent_DeadlinePassed" -> "deadline";
            case "Task_ProlongInvitations" -> "prolongation";
            case "Task_PauseInvitations", "Task_ResumeInvitations" -> "pause";
            case "Task_CloseInvitations" -> "closing";
            case CirculationProcess.OPEN_NEXT_ROUND,
                    CirculationProcess.INVITE_SIGNATORIES,
                    "Task_SettleInvitation",
                    "BoundaryEvent_ClosingDatePassed" -> "round";
            case CirculationProcess.DELIVER_FINAL_COPIES -> "delivery";
            case CirculationProcess.ANNOUNCE_INSTRUMENT -> "announcement";
            case "Task_StopInvitations", "Task_NotifySignatories" -> "withdrawal";
            default -> "step";
        };
    }
}
