package org.alternat.circulation;

import java.util.Date;
import java.util.Optional;
import org.alternat.document.HeadLeasedException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * A step that meets somebody's lease on the head of the chain has not failed: it comes again when the lease has run out,
 * with as many tries left as before, and no incident. The end of a lease calls it earlier ({@link Circulations#headFreed}).
 */
final class PostponedSteps extends DefaultFailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        Optional<HeadLeasedException> leased = leased(exception);
        return leased.isPresent()
                ? new Postpone(jobId, Date.from(leased.get().until()))
                : super.getCommand(jobId, exception);
    }

    private static Optional<HeadLeasedException> leased(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof HeadLeasedException leased) {
                return Optional.of(leased);
            }
        }
        return Optional.empty();
    }

    private record Postpone(String jobId, Date until) implements Command<Object> {

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = context.getJobManager().findJobById(jobId);
            if (job != null) {
                job.unlock();
                job.setDuedate(until);
            }
            return jobId;
        }
    }
}
