package org.alternat.circulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The process engine, wired by hand (decision 0001): in our database and our transactions, without a port, without a script
 * language, and with expressions that see nothing but our steps.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** A step that takes longer is taken for dead and run a second time: every time-out of a step stays far below. */
    static final Duration LOCK = Duration.ofMinutes(5);

    /** How long a node that is told to stop lets its running steps finish; a step that is cut off is simply run again. */
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    @Bean
    static EngineMappings engineMappings(Environment environment) {
        return EngineMappings.forDatabaseAt(environment.getProperty("spring.datasource.url", ""));
    }

    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration engineSettings(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            SpringJobExecutor jobExecutor,
            EngineMappings mappings) {
        SpringProcessEngineConfiguration settings = new EngineSettings(mappings);
        settings.setDataSource(dataSource);
        settings.setTransactionManager(transactions);
        settings.setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_FALSE);
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setJobExecutor(jobExecutor);
        settings.setJobExecutorActivate(false); // EngineLifecycle does, once all steps can be found
        settings.setEnableReducedJobExceptionLogging(true);
        settings.setFailedJobCommandFactory(new GivenUpSteps(new PostponedSteps()));
        // Every step has an hour, so that looking for what is due reads an index and not the timers of all invitations;
        // and first come, first served.
        settings.setEnsureJobDueDateNotNull(true);
        settings.setJobExecutorAcquireByDueDate(true);
        history(settings);
        onlyOurSteps(settings);
        withoutWhatWeDoNotUse(settings);
        return settings;
    }

    /** Evidence stands in the audit trail; the engine keeps which steps ran and no variables, and forgets them by itself. */
    private static void history(SpringProcessEngineConfiguration settings) {
        settings.setHistory(ProcessEngineConfigurationImpl.HISTORY_ACTIVITY);
        settings.setHistoryCleanupBatchWindowStartTime("01:00");
        settings.setHistoryCleanupBatchWindowEndTime("04:00");
        settings.setHistoryCleanupMetricsEnabled(false);
    }

    /** A diagram is code, yet it reaches no bean of the application but those that {@link EngineLifecycle} puts here. */
    private static void onlyOurSteps(SpringProcessEngineConfiguration settings) {
        Map<Object, Object> steps = new HashMap<>();
        settings.setBeans(steps);
        settings.setExpressionManager(new JuelExpressionManager(steps));
    }

    private static void withoutWhatWeDoNotUse(SpringProcessEngineConfiguration settings) {
        settings.setCmmnEnabled(false);
        settings.setDmnEnabled(false);
        settings.setStandaloneTasksEnabled(false);
        settings.setMetricsEnabled(false);
        settings.setTaskMetricsEnabled(false);
        settings.setJavaSerializationFormatEnabled(false);
        settings.setFormEngines(new HashMap<>());
        settings.setResolverFactories(new ArrayList<>());
        settings.setScriptEngineResolver(new NoScripts());
        // Even when switched off, the decision engine is built, and its new expression language loads thousands of
        // classes.
        settings.setDmnFeelEnableLegacyBehavior(true);
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration engineSettings) {
        ProcessEngineFactoryBean engine = new ProcessEngineFactoryBean();
        engine.setProcessEngineConfiguration(engineSettings);
        return engine;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    SpringJobExecutor jobExecutor(CirculationProperties properties) {
        SpringJobExecutor executor = new SpringJobExecutor();
        executor.setTaskExecutor(workers(properties.workers()));
        executor.setLockTimeInMillis(Math.toIntExact(LOCK.toMillis()));
        executor.setMaxJobsPerAcquisition(properties.workers());
        executor.setWaitTimeInMillis(1000);
        // A step that another node has made due is seen after this time at the latest.
        executor.setMaxWait(5000);
        return executor;
    }

    /** No bean: nobody else's work waits for a mail server, and EngineLifecycle alone says when it ends. */
    private static ThreadPoolTaskExecutor workers(int threads) {
        ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
        workers.setThreadNamePrefix("circulation-");
        workers.setCorePoolSize(threads);
        workers.setMaxPoolSize(threads);
        workers.setQueueCapacity(threads);
        workers.setWaitForTasksToCompleteOnShutdown(true);
        workers.setAwaitTerminationMillis(FAREWELL.toMillis());
        return workers;
    }
}
