package org.alternat.circulation;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up while steps are being carried out. A step that has given up waits for an organiser: counted, no reason to restart. */
@Component
class CirculationHealthIndicator extends AbstractHealthIndicator {

    private final RuntimeService runtime;
    private final JobExecutor jobExecutor;

    CirculationHealthIndicator(RuntimeService runtime, JobExecutor jobExecutor) {
        super("The process engine does not answer");
        this.runtime = runtime;
        this.jobExecutor = jobExecutor;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.withDetail("incidents", runtime.createIncidentQuery().count());
        health.status(jobExecutor.isActive() ? "UP" : "DOWN");
    }
}
