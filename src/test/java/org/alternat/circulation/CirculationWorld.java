package org.alternat.circulation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.alternat.access.FreshLinks;
import org.alternat.archive.Archive;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.CompletionRule;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationCompletion;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Instruments;
import org.alternat.declaration.LanguageVersions;
import org.alternat.declaration.OrderOfPrecedence;
import org.alternat.declaration.Organiser;
import org.alternat.declaration.Party;
import org.alternat.declaration.RefusalPolicy;
import org.alternat.declaration.Rounds;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Terms;
import org.alternat.delivery.FinalCopies;
import org.alternat.invitation.ChangeLetters;
import org.alternat.invitation.DelegationLetters;
import org.alternat.invitation.InstrumentLetters;
import org.alternat.invitation.InvitationLetters;
import org.alternat.invitation.NoticeLetters;
import org.alternat.invitation.PaperLetters;
import org.alternat.invitation.RefusalLetters;
import org.alternat.invitation.ReminderHours;
import org.alternat.sealing.SealedDocumentCheck;
import org.alternat.sealing.Sealing;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.PartyId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffId;
import org.alternat.signing.DocumentPreparation;
import org.alternat.signing.SignatureAppender;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/**
 * The real diagrams, the real steps and the real engine settings on a database in memory; the services behind the steps are
 * stand-ins that remember just enough. No job runs by itself, and time stands still until it is moved.
 */
final class CirculationWorld implements AutoCloseable {

    static final Instant MONDAY = Instant.parse("2019-10-07T14:30:00Z");
    static final Instant DEADLINE = Instant.parse("2019-11-28T13:00:00Z");
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final ProcessEngine ENGINE = engine();

    final DeclarationId id = DeclarationId.random();
    final Organiser organiser = organiser("Aude Lefèvre");
    final Map<SignatoryId, Signatory> people = new LinkedHashMap<>();
    /** Where everybody lives. */
    String region = "Hauts-de-France";

    final Set<SignatoryId> provisional = new HashSet<>();
    /** Those whose party has still to say who they are. */
    final Set<SignatoryId> unnamed = new HashSet<>();

    final Map<SignatoryId, SignatoryRole> roles = new HashMap<>();

    final DocumentPreparation preparation = mock(DocumentPreparation.class);
    final Rounds rounds = mock(Rounds.class);
    final Signatories signatories = mock(Signatories.class);
    final FreshLinks freshLinks = mock(FreshLinks.class);
    final RefusalPolicy refusalPolicy = mock(RefusalPolicy.class);
    final Declarations declarations = mock(Declarations.class);
    final DeclarationCompletion completion = mock(DeclarationCompletion.class);
    final InvitationLetters letters = mock(InvitationLetters.class);
    final NoticeLetters notices = mock(NoticeLetters.class);
    final SignatureAppender appender = mock(SignatureAppender.class);
    final Sealing sealing = mock(Sealing.class);
    final SealedDocumentCheck check = mock(SealedDocumentCheck.class);
    final FinalCopies finalCopies = mock(FinalCopies.class);
    final Archive archive = mock(Archive.class);
    final Instruments instruments = mock(Instruments.class);
    final InstrumentLetters instrumentLetters = mock(InstrumentLetters.class);
    final AuditTrail audit = mock(AuditTrail.class);

    final RuntimeService runtime = ENGINE.getRuntimeService();
    final ManagementService management = ENGINE.getManagementService();
    final Circulations circulations = new Circulations(runtime, management, clock());
    final CirculationProblems problems = new CirculationProblems(runtime, management, clock());

    private final TreeSet<Integer> started = new TreeSet<>();
    private final List<SignatoryId> settled = new ArrayList<>();

    CirculationWorld() {
        BpmnAwareTests.init(ENGINE);
        at(MONDAY);
        standIns();
        Map<String, JavaDelegate> steps = steps();
        Map<Object, Object> beans = settings().getBeans();
        beans.clear();
        beans.putAll(steps);
        beans.put("reminderSchedule", schedule());
    }

    static CirculationProperties properties() {
        return new CirculationProperties(2, 50, new CirculationProperties.Reminders(7, 7, 3, LocalTime.of(9, 0)));
    }

    private static ProcessEngine engine() {
        DataSource database = new EmbeddedDatabaseBuilder()
                .setType(EmbeddedDatabaseType.H2)
                .generateUniqueName(true)
                .build();
        EngineConfiguration configuration = new EngineConfiguration();
        SpringProcessEngineConfiguration settings = configuration.engineSettings(
                database,
                new DataSourceTransactionManager(database),
                configuration.jobExecutor(properties()),
                // Guessed wrong on purpose: the engine then reads its mappings for itself.
                EngineMappings.forDatabaseAt("jdbc:postgresql:"));
        settings.setDatabaseSchemaUpdate("create-drop");
        settings.setTransactionsExternallyManaged(true);
        ProcessEngine engine = settings.buildProcessEngine();
        new EngineLifecycle(
                        settings,
                        engine.getRepositoryService(),
                        configuration.jobExecutor(properties()),
                        new PathMatchingResourcePatternResolver(),
                        Map.of(),
                        mock(ReminderSchedule.class),
                        new DeadLocks(JdbcClient.create(database), ""))
                .deploy();
        return engine;
    }

    private ReminderSchedule schedule() {
        return new ReminderSchedule(
                properties(), declarations, signatories, new ReminderHours(declarations, signatories), clock());
    }

    private static SpringProcessEngineConfiguration settings() {
        return (SpringProcessEngineConfiguration) ENGINE.getProcessEngineConfiguration();
    }

    LostSteps lostSteps() {
        when(signatories.locked(any())).thenAnswer(call -> people.get(call.<SignatoryId>getArgument(0)));
        Invitations invitations = new Invitations(runtime, declarations, signatories, properties());
        return new LostSteps(runtime, circulations, invitations, rounds, signatories);
    }

    /** The rule of completion is met, and the declaration stays open. */
    void inEffectAndOpenUntil(Instant closingDate) {
        Terms terms = new Terms(CompletionRule.ALL, closingDate, OrderOfPrecedence.FIXED_LIST, true);
        declaration(DEADLINE, terms, MONDAY);
    }

    /** The signature that is appended next is one ad referendum. */
    void signsAdReferendum(SignatoryId signatory) {
        doAnswer(call -> {
                    provisional.add(signatory);
                    return is(signatory, SignatoryState.SIGNED);
                })
                .when(appender)
                .append(signatory);
        consents(signatory);
    }

    /** Every signature ad referendum is confirmed. */
    void confirmed() {
        List.copyOf(provisional).forEach(signatory -> {
            provisional.remove(signatory);
            is(signatory, SignatoryState.SIGNED);
        });
    }

    private void standIns() {
        deadline(DEADLINE);
        when(declarations.organisers(id)).thenReturn(List.of(organiser));
        when(signatories.get(any())).thenAnswer(call -> people.get(call.<SignatoryId>getArgument(0)));
        when(signatories.party(any())).thenAnswer(call -> party(call.getArgument(0)));
        when(signatories.find(any()))
                .thenAnswer(call -> Optional.ofNullable(people.get(call.<SignatoryId>getArgument(0))));
        when(signatories.of(id)).thenAnswer(call -> List.copyOf(people.values()));
        when(signatories.awaited(id)).thenAnswer(call -> people.values().stream()
                .filter(s -> started.contains(s.round()) && !settled.contains(s.id()))
                .toList());
        when(signatories.expired(any(), any())).thenAnswer(call -> {
            if (declarations.get(id).answerableUntil().isAfter(call.<Instant>getArgument(1))) {
                return false;
            }
            is(call.getArgument(0), SignatoryState.EXPIRED);
            return true;
        });
        when(rounds.next(id)).thenAnswer(call -> nextRound());
        when(rounds.settle(any())).thenAnswer(call -> settles(call.getArgument(0)));
        when(rounds.complete(id))
                .thenAnswer(call -> people.values().stream().allMatch(s -> s.state() == SignatoryState.SIGNED));
        doAnswer(call -> is(call.getArgument(0), SignatoryState.INVITED))
                .when(letters)
                .sendInvitation(any());
        doAnswer(call -> is(call.getArgument(0), SignatoryState.SIGNED))
                .when(appender)
                .append(any());
        when(finalCopies.recipients(id))
                .thenAnswer(call ->
                        people.keySet().stream().map(SignatoryId::toString).toList());
    }

    private Map<String, JavaDelegate> steps() {
        LetterDeliveries deliveries =
                new LetterDeliveries(runtime, declarations, signatories, refusalPolicy, finalCopies, instrumentLetters);
        Invitations invitations = new Invitations(runtime, declarations, signatories, properties());
        Deadlines deadlines = new Deadlines(declarations, signatories, audit, clock());
        DeclarationSteps d = new DeclarationSteps();
        InvitationSteps i = new InvitationSteps();
        Map<String, JavaDelegate> steps = new HashMap<>();
        steps.put("prepareDocumentDelegate", d.prepareDocumentDelegate(preparation));
        steps.put("openNextRoundDelegate", d.openNextRoundDelegate(rounds, signatories));
        steps.put("inviteSignatoriesDelegate", d.inviteSignatoriesDelegate(invitations));
        steps.put("applyCompletionRuleDelegate", d.applyCompletionRuleDelegate(rounds));
        steps.put("recordIncompletenessDelegate", d.recordIncompletenessDelegate(completion));
        steps.put("announceIncompletenessDelegate", d.announceIncompletenessDelegate(deliveries));
        steps.put("sealDocumentDelegate", d.sealDocumentDelegate(sealing));
        steps.put("checkSealedDocumentDelegate", d.checkSealedDocumentDelegate(check));
        steps.put("deliverFinalCopiesDelegate", d.deliverFinalCopiesDelegate(deliveries));
        steps.put("archiveDeclarationDelegate", d.archiveDeclarationDelegate(archive, instruments));
        steps.put("announceInstrumentDelegate", d.announceInstrumentDelegate(instruments, deliveries));
        steps.put("prolongInvitationsDelegate", d.prolongInvitationsDelegate(invitations));
        steps.put("pauseInvitationsDelegate", d.pauseInvitationsDelegate(invitations));
        steps.put("resumeInvitationsDelegate", d.resumeInvitationsDelegate(invitations));
        steps.put("closeInvitationsDelegate", d.closeInvitationsDelegate(invitations));
        steps.put("stopInvitationsDelegate", d.stopInvitationsDelegate(invitations));
        steps.put("notifySignatoriesDelegate", d.notifySignatoriesDelegate(deliveries));
        steps.put("sendInvitationDelegate", i.sendInvitationDelegate(letters, clock()));
        steps.put("sendReminderDelegate", i.sendReminderDelegate(letters, schedule(), clock()));
        steps.put("sendRequestedReminderDelegate", i.sendRequestedReminderDelegate(letters, schedule(), clock()));
        steps.put("appendSignatureDelegate", i.appendSignatureDelegate(appender, signatories, declarations));
        steps.put("notifyOrganisersDelegate", i.notifyOrganisersDelegate(deliveries));
        steps.put("markInvitationExpiredDelegate", i.markInvitationExpiredDelegate(deadlines));
        steps.put("settleInvitationDelegate", i.settleInvitationDelegate(rounds, circulations));
        steps.put("notifySignatoryDelegate", i.notifySignatoryDelegate(deliveries));
        steps.put("applyRefusalPolicyDelegate", i.applyRefusalPolicyDelegate(refusalPolicy));
        steps.put("sendFreshLinkDelegate", new LetterSteps().sendFreshLinkDelegate(freshLinks, letters));
        steps.put(
                "sendLetterDelegate",
                new LetterSteps()
                        .sendLetterDelegate(
                                finalCopies,
                                notices,
                                mock(ChangeLetters.class),
                                mock(DelegationLetters.class),
                                instrumentLetters,
                                mock(PaperLetters.class),
                                mock(RefusalLetters.class)));
        return steps;
    }

    private Party party(PartyId party) {
        return new Party(party, 1, "Europe", "Coopérative de l’Été", region, null, null);
    }

    private List<SignatoryId> nextRound() {
        return people.values().stream()
                .mapToInt(Signatory::round)
                .filter(round -> !started.contains(round))
                .min()
                .stream()
                .peek(started::add)
                .boxed()
                .flatMap(round -> people.values().stream().filter(s -> s.round() == round))
                .map(Signatory::id)
                .toList();
    }

    private boolean settles(SignatoryId signatory) {
        settled.add(signatory);
        return people.values().stream()
                .filter(s -> started.contains(s.round()))
                .allMatch(s -> settled.contains(s.id()));
    }

    private Object is(SignatoryId signatory, SignatoryState state) {
        Signatory s = people.get(signatory);
        people.put(signatory, signatory(s.id(), s.precedence(), s.round(), state));
        return null;
    }

    // what happens

    /** The declaration has this deadline from now on. */
    void deadline(Instant deadline) {
        declaration(deadline, Terms.PLAIN, null);
    }

    private void declaration(Instant deadline, Terms terms, @Nullable Instant effectiveAt) {
        Declaration declaration = new Declaration(
                id,
                "ALT-2019-0001",
                DeclarationState.CIRCULATING,
                "Déclaration conjointe",
                "Villeneuve-d'Ascq, le 28 novembre 2019",
                LanguageVersions.authentic(List.of(Locale.FRENCH)),
                PARIS,
                deadline,
                terms,
                Sha256.of(new byte[0]),
                4,
                MONDAY,
                MONDAY,
                effectiveAt,
                null);
        when(declarations.get(id)).thenReturn(declaration);
    }

    /** Somebody whose invitation had ended by the deadline is awaited again, in a round that begins again. */
    void awaitedAgain(SignatoryId signatory) {
        is(signatory, SignatoryState.INVITED);
        settled.remove(signatory);
        started.remove(people.get(signatory).round());
    }

    SignatoryId signatory(int round) {
        SignatoryId signatory = SignatoryId.random();
        people.put(signatory, signatory(signatory, people.size() + 1, round, SignatoryState.WAITING));
        return signatory;
    }

    private Signatory signatory(SignatoryId signatory, int precedence, int round, SignatoryState state) {
        return new Signatory(
                signatory,
                id,
                new PartyId(new UUID(0, precedence)),
                precedence,
                round,
                roles.getOrDefault(signatory, SignatoryRole.SIGNATORY),
                true,
                "Zoë",
                "Łukasz",
                "présidente",
                unnamed.contains(signatory) ? null : new EmailAddress("zoe@example.org"),
                Locale.FRENCH,
                1,
                state,
                null,
                null,
                null,
                null,
                null,
                provisional.contains(signatory),
                null,
                null,
                null);
    }

    SignatoryId toBeConfirmed(int round) {
        SignatoryId signatory = SignatoryId.random();
        unnamed.add(signatory);
        people.put(signatory, signatory(signatory, people.size() + 1, round, SignatoryState.WAITING));
        return signatory;
    }

    /** The party says who it is. */
    void named(SignatoryId signatory) {
        unnamed.remove(signatory);
        is(signatory, SignatoryState.WAITING);
        circulations.personReplaced(id, signatory);
    }

    SignatoryId signatory(int round, SignatoryRole role) {
        SignatoryId signatory = SignatoryId.random();
        roles.put(signatory, role);
        people.put(signatory, signatory(signatory, people.size() + 1, round, SignatoryState.WAITING));
        return signatory;
    }

    ProcessInstance release() {
        circulations.start(id);
        return circulation();
    }

    void consents(SignatoryId signatory) {
        is(signatory, SignatoryState.CONSENTED);
        circulations.consentGiven(id, signatory);
    }

    void refuses(SignatoryId signatory) {
        is(signatory, SignatoryState.REFUSED);
        circulations.signatureRefused(id, signatory);
    }

    /** Carries out every step that is due now, also those that follow from it; one that fails is left to its next try. */
    void runDueSteps() {
        List<Job> due = dueSteps();
        while (!due.isEmpty()) {
            for (Job job : due) {
                attempt(job);
            }
            due = dueSteps();
        }
    }

    private void attempt(Job job) {
        try {
            if (management.createJobQuery().jobId(job.getId()).count() == 1) {
                management.executeJob(job.getId());
            }
        } catch (RuntimeException expected) {
            // The engine has noted it on the job: fewer retries and a later date.
        }
    }

    List<Job> dueSteps() {
        return management.createJobQuery().executable().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .toList();
    }

    /** Moves time on to each next due step until none is left. */
    void untilNothingIsLeft() {
        runDueSteps();
        List<Job> waiting = waiting();
        while (!waiting.isEmpty()) {
            at(waiting.get(0).getDuedate().toInstant());
            runDueSteps();
            waiting = waiting();
        }
    }

    private List<Job> waiting() {
        return management
                .createJobQuery()
                .withRetriesLeft()
                .duedateHigherThan(ClockUtil.getCurrentTime())
                .orderByJobDuedate()
                .asc()
                .list()
                .stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .toList();
    }

    static void at(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    static Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return ClockUtil.getCurrentTime().toInstant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    // what is seen

    ProcessInstance circulation() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult();
    }

    ProcessInstance invitation(SignatoryId signatory) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(InvitationProcess.businessKey(id, signatory))
                .singleResult();
    }

    long openInvitations() {
        return count(InvitationProcess.KEY);
    }

    long openLetters() {
        return count(LetterDeliveryProcess.KEY);
    }

    private long count(String key) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(key).count();
    }

    private static Organiser organiser(String name) {
        return new Organiser(StaffId.random(), name, new EmailAddress("aude@example.org"), Locale.FRENCH);
    }

    /** Leaves the shared engine as if nothing had been there. */
    @Override
    public void close() {
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end of test", true));
        ClockUtil.reset();
    }
}
