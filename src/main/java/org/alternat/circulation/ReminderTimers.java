package org.alternat.circulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.alternat.declaration.ComingReminders;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the coming reminders off the engine's timers: three queries, however many invitations are open. */
@Component
class ReminderTimers implements ComingReminders {

    private final RuntimeService runtime;
    private final ManagementService management;

    ReminderTimers(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<SignatoryId, Instant> of(DeclarationId id) {
        Map<String, SignatoryId> invitations = new HashMap<>();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(InvitationProcess.KEY)
                .processInstanceBusinessKeyLike(InvitationProcess.businessKeysOf(id))
                .list()
                .forEach(one -> InvitationProcess.signatoryIn(id, one.getBusinessKey())
                        .ifPresent(signatory -> invitations.put(one.getProcessInstanceId(), signatory)));
        Map<SignatoryId, Instant> coming = new HashMap<>();
        if (invitations.isEmpty()) {
            return coming;
        }
        // Not by the activity's id: together with instances the engine writes an "and" too few (Job.xml of 7.24.0).
        Set<String> definitions =
                management.createJobDefinitionQuery().activityIdIn(InvitationProcess.REMINDER_DUE).list().stream()
                        .map(JobDefinition::getId)
                        .collect(Collectors.toSet());
        for (Job timer : management
                .createJobQuery()
                .processInstanceIds(invitations.keySet())
                .timers()
                .list()) {
            if (!definitions.contains(timer.getJobDefinitionId())) {
                continue;
            }
            SignatoryId signatory = invitations.get(timer.getProcessInstanceId());
            if (signatory != null) {
                coming.put(signatory, timer.getDuedate().toInstant());
            }
        }
        return coming;
    }
}
