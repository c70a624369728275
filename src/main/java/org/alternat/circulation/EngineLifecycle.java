package org.alternat.circulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Puts the diagrams into the engine and the workers to work once every step can be found, before the first request comes
 * in; stops them after the last one, and before the database goes.
 */
@Component
class EngineLifecycle implements SmartLifecycle {

    /** Never changed: under another name every node would deploy everything again. */
    private static final String DEPLOYMENT = "alternat";

    private final SpringProcessEngineConfiguration settings;
    private final RepositoryService repository;
    private final SpringJobExecutor jobExecutor;
    private final ResourcePatternResolver resources;
    private final Map<String, JavaDelegate> steps;
    private final ReminderSchedule reminderSchedule;
    private final DeadLocks deadLocks;

    private volatile boolean running;

    EngineLifecycle(
            SpringProcessEngineConfiguration settings,
            RepositoryService repository,
            SpringJobExecutor jobExecutor,
            ResourcePatternResolver resources,
            Map<String, JavaDelegate> steps,
            ReminderSchedule reminderSchedule,
            DeadLocks deadLocks) {
        this.settings = settings;
        this.repository = repository;
        this.jobExecutor = jobExecutor;
        this.resources = resources;
        this.steps = steps;
        this.reminderSchedule = reminderSchedule;
        this.deadLocks = deadLocks;
    }

    @Override
    public void start() {
        settings.getBeans().putAll(steps);
        settings.getBeans().put("reminderSchedule", reminderSchedule);
        deploy();
        deadLocks.release();
        workers().initialize();
        jobExecutor.start();
        deadLocks.watch(jobExecutor);
        running = true;
    }

    /** What is deployed already is left alone: two nodes that start together make one version, a restart none. */
    void deploy() {
        DeploymentBuilder deployment =
                repository.createDeployment().name(DEPLOYMENT).enableDuplicateFiltering(true);
        try {
            for (Resource diagram : resources.getResources("classpath:processes/*.bpmn")) {
                try (InputStream content = diagram.getInputStream()) {
                    deployment.addInputStream(diagram.getFilename(), content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The diagrams under processes/ cannot be read", e);
        }
        deployment.deploy();
    }

    @Override
    public void stop() {
        jobExecutor.shutdown();
        workers().shutdown();
        deadLocks.leave(jobExecutor);
        running = false;
    }

    private ThreadPoolTaskExecutor workers() {
        return (ThreadPoolTaskExecutor) jobExecutor.getTaskExecutor();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Below the web server's: started before it, stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
