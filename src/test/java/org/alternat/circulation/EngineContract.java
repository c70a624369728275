package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.DeclarationCompletion;
import org.alternat.declaration.DeclarationReleased;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.invitation.InvitationLetters;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.signing.ConsentGiven;
import org.alternat.signing.DocumentPreparation;
import org.alternat.signing.SignatureAppender;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What the engine promises on each database it may stand on, with its workers at work. */
interface EngineContract {

    ApplicationContext context();

    @Test
    default void a_fact_and_the_circulation_it_starts_are_rolled_back_together() {
        DeclarationId id = DeclarationId.random();

        transaction().executeWithoutResult(status -> {
            record(id);
            context().publishEvent(new DeclarationReleased(id));
            assertThat(circulations(id)).isEqualTo(1);
            status.setRollbackOnly();
        });

        assertThat(bean(AuditTrail.class).entries(id)).isEmpty();
        assertThat(circulations(id)).isZero();
    }

    @Test
    default void a_circulation_that_cannot_start_takes_its_fact_with_it() {
        DeclarationId id = DeclarationId.random();

        assertThatThrownBy(() -> transaction().executeWithoutResult(status -> {
                    record(id);
                    context().publishEvent(new DeclarationReleased(id));
                    throw new IllegalStateException("after the start");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(bean(AuditTrail.class).entries(id)).isEmpty();
        assertThat(circulations(id)).isZero();
    }

    @Test
    default void a_committed_fact_is_worked_on_at_once() {
        DeclarationId id = DeclarationId.random();

        transaction().executeWithoutResult(status -> context().publishEvent(new DeclarationReleased(id)));

        verify(bean(DocumentPreparation.class), timeout(10_000)).prepare(id);
        verify(bean(DeclarationCompletion.class), timeout(10_000)).incomplete(id);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(circulations(id)).isZero());
    }

    @Test
    default void a_fact_is_heard_only_inside_a_transaction() {
        assertThatThrownBy(() -> context().publishEvent(new DeclarationReleased(DeclarationId.random())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    default void an_answer_that_nobody_waits_for_leaves_the_callers_transaction_alone() {
        DeclarationId id = DeclarationId.random();

        transaction().executeWithoutResult(status -> {
            record(id);
            context().publishEvent(new ConsentGiven(id, SignatoryId.random()));
        });

        assertThat(bean(AuditTrail.class).entries(id)).hasSize(1);
    }

    @Test
    default void fifty_answers_at_the_same_moment_are_all_heard_once() throws Exception {
        DeclarationId id = DeclarationId.random();
        List<SignatoryId> people =
                Stream.generate(SignatoryId::random).limit(50).toList();
        Signatory named = mock(Signatory.class);
        when(named.isNamed()).thenReturn(true);
        when(bean(Signatories.class).get(any())).thenReturn(named);
        Queue<SignatoryId> signed = new ConcurrentLinkedQueue<>();
        doAnswer(call -> signed.add(call.getArgument(0)))
                .when(bean(SignatureAppender.class))
                .append(any());
        Instant end = Instant.parse("2099-01-01T00:00:00Z");
        for (SignatoryId person : people) {
            bean(RuntimeService.class)
                    .startProcessInstanceByKey(
                            InvitationProcess.KEY,
                            InvitationProcess.businessKey(id, person),
                            InvitationProcess.startingWith(id, person, end, end, true, false));
        }
        // Every letter has left, as in life; what is measured is the answers.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> people.forEach(
                        person -> verify(bean(InvitationLetters.class)).sendInvitation(person)));
        await().atMost(Duration.ofSeconds(20)).until(() -> dueJobs() == 0);

        answerTogether(id, people);

        await().atMost(Duration.ofSeconds(30)).until(() -> signed.size() >= people.size() && dueJobs() == 0);
        assertThat(signed).containsExactlyInAnyOrderElementsOf(people);
    }

    private void answerTogether(DeclarationId id, List<SignatoryId> people) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(people.size());
        List<Future<?>> answers = new ArrayList<>();
        for (SignatoryId person : people) {
            answers.add(crowd.submit(() -> transaction()
                    .executeWithoutResult(status -> context().publishEvent(new ConsentGiven(id, person)))));
        }
        for (Future<?> answer : answers) {
            answer.get();
        }
        crowd.shutdown();
    }

    private long dueJobs() {
        return bean(org.camunda.bpm.engine.ManagementService.class)
                .createJobQuery()
                .messages()
                .withRetriesLeft()
                .executable()
                .list()
                .stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .count();
    }

    @Test
    default void a_restart_deploys_nothing_anew() {
        EngineLifecycle lifecycle = bean(EngineLifecycle.class);

        lifecycle.stop();
        assertThat(bean(CirculationHealthIndicator.class).health().getStatus()).isEqualTo(Status.DOWN);
        lifecycle.start();

        List<ProcessDefinition> diagrams =
                bean(RepositoryService.class).createProcessDefinitionQuery().list();
        assertThat(diagrams)
                .hasSameSizeAs(Path.of("processes").toFile().list())
                .allSatisfy(diagram -> assertThat(diagram.getVersion()).isEqualTo(1));
        assertThat(bean(CirculationHealthIndicator.class).health().getStatus()).isEqualTo(Status.UP);
        assertThat(bean(CirculationHealthIndicator.class).health().getDetails()).containsKey("incidents");
    }

    @Test
    default void timers_that_are_due_are_found_by_an_index() throws SQLException {
        Set<String> indexed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try (Connection connection = bean(DataSource.class).getConnection()) {
            boolean lower = connection.getMetaData().storesLowerCaseIdentifiers();
            String table = lower ? "act_ru_job" : "ACT_RU_JOB";
            try (ResultSet index = connection.getMetaData().getIndexInfo(null, null, table, false, true)) {
                while (index.next()) {
                    indexed.add(index.getString("COLUMN_NAME"));
                }
            }
        }
        assertThat(indexed).contains("DUEDATE_");
    }

    private void record(DeclarationId id) {
        AuditTrail trail = bean(AuditTrail.class);
        trail.open(id);
        trail.append(id, AuditEvent.byService(AuditEventType.DECLARATION_RELEASED, java.util.Map.of()));
    }

    private long circulations(DeclarationId id) {
        return bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .count();
    }

    private TransactionTemplate transaction() {
        return bean(TransactionTemplate.class);
    }

    private <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    /**
     * The package as it stands in the application, on stand-ins for the features below it. Not annotated as a configuration: the
     * application's own tests would find it by scanning.
     */
    @EnableAutoConfiguration
    @EnableConfigurationProperties(CirculationProperties.class)
    @Import({
        AuditTrail.class,
        EngineConfiguration.class,
        EngineLifecycle.class,
        DeadLocks.class,
        V20__EngineTables.class,
        V21__EngineJobDueDate.class,
        V30__EngineNodes.class,
        CirculationHealthIndicator.class,
        Circulations.class,
        CirculationFacts.class,
        CirculationProblems.class,
        Invitations.class,
        LetterDeliveries.class,
        Deadlines.class,
        ReminderSchedule.class,
        DeclarationSteps.class,
        InvitationSteps.class,
        LetterSteps.class
    })
    class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        /** What the circulation calls in other packages is theirs to prove; here it is a mock each. */
        @Bean
        static BeanFactoryPostProcessor otherPackages() {
            return factory -> ((DefaultListableBeanFactory) factory).setAutowireCandidateResolver(new StandIns());
        }
    }

    /** Puts a mock in the place of each service of another package that somebody asks for and nobody provides. */
    class StandIns extends ContextAnnotationAutowireCandidateResolver {

        @Override
        public Object getSuggestedValue(DependencyDescriptor wanted) {
            Class<?> type = wanted.getDependencyType();
            DefaultListableBeanFactory factory = (DefaultListableBeanFactory) getBeanFactory();
            if (type.getName().startsWith("org.alternat.")
                    && !type.getPackageName().equals(EngineContract.class.getPackageName())
                    && factory.getBeanNamesForType(type).length == 0) {
                factory.registerSingleton(type.getName(), mock(type));
            }
            return super.getSuggestedValue(wanted);
        }
    }
}
