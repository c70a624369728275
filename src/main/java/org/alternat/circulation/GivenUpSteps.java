package org.alternat.circulation;

import org.alternat.mail.LetterRefusedException;
import org.alternat.sealing.SealedDocumentDisputedException;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** A step that no further try can help is an organiser's at once; any other goes on as it would without this. */
final class GivenUpSteps implements FailedJobCommandFactory {

    private final FailedJobCommandFactory others;

    GivenUpSteps(FailedJobCommandFactory others) {
        this.others = others;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return isForGood(failure) ? new GiveUp(jobId, failure) : others.getCommand(jobId, failure);
    }

    private static boolean isForGood(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LetterRefusedException || cause instanceof SealedDocumentDisputedException) {
                return true;
            }
        }
        return false;
    }

    private static final class GiveUp extends JobRetryCmd {

        private static final long serialVersionUID = 1L;

        GiveUp(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        @SuppressWarnings("NullAway") // the engine's commands give nothing back
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null) {
                job.unlock();
                logException(job);
                job.setRetries(0);
                notifyAcquisition(context);
            }
            return null;
        }
    }
}
