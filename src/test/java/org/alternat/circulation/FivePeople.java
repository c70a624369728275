package org.alternat.circulation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alternat.access.SigningSession;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.LanguageText;
import org.alternat.declaration.LanguageVersions;
import org.alternat.declaration.NewDeclaration;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.demo.SampleFiles;
import org.alternat.document.DocumentIntake;
import org.alternat.document.IntakeResult;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Publicity;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.alternat.signing.Signing;
import org.alternat.testing.MovableClock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One declaration that circulates among five people in the real service. No step runs by itself and time stands still: what
 * happens, and in which order, is for the test to say.
 */
final class FivePeople {

    static final int PEOPLE = 5;

    /** In the past, so that no certificate is of the future for the judge, who knows no other clock than the machine's. */
    private static final Instant BEGINNING =
            Instant.now().minus(90, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    private static final Duration TERM = Duration.ofDays(20);

    final DeclarationId id;
    final TestDeclarations.Staff organiser = TestDeclarations.organiser("Aude");

    private final ApplicationContext service;
    private final MovableClock clock;
    private final Map<String, SigningSession> sessions = new HashMap<>();

    FivePeople(ApplicationContext service, List<Integer> rounds) {
        this.service = service;
        this.clock = bean(MovableClock.class);
        clock.stand(BEGINNING);
        ClockUtil.setCurrentTime(Date.from(BEGINNING));
        this.id = declarations().draft(declaration(rounds), organiser);
        declarations().release(id, organiser);
    }

    private NewDeclaration declaration(List<Integer> rounds) {
        List<NewParty> parties = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            EmailAddress mailbox = new EmailAddress("zoe" + n + "@example.org");
            parties.add(new NewParty(
                    n == 0 ? "Québec" : "Europe",
                    "Fédération " + n,
                    n == 0 ? "Québec" : "Wallonie",
                    null,
                    List.of(new NewSignatory(
                            "Zoë",
                            "D’Hondt " + n,
                            "Présidente",
                            mailbox,
                            Locale.forLanguageTag("fr-BE"),
                            rounds.get(n)))));
        }
        return new NewDeclaration(
                "Déclaration commune",
                "Fait à Villeneuve-d’Ascq",
                LanguageVersions.authentic(List.of(Locale.FRENCH)),
                ZoneId.of("Europe/Paris"),
                BEGINNING.plus(TERM),
                (IntakeResult.Accepted) bean(DocumentIntake.class).examine(SampleFiles.document()),
                List.of(new LanguageText(Locale.FRENCH, "Nous, parties…")),
                parties,
                Publicity.NOT_DUE);
    }

    // what people do

    SignatoryId id(int person) {
        return bean(Signatories.class).of(id).get(person).id();
    }

    /** Nobody reaches a page who has had no letter. */
    boolean hasLink(int person) {
        return bean(JdbcClient.class)
                        .sql("select count(*) from signing_link where signatory_id = ? and person_version = ?")
                        .params(id(person).value(), people().get(person).version())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** A browser of whoever holds this place, which has proved the code; what it was shown last is remembered. */
    SigningSession session(int person) {
        return session(person, people().get(person).version());
    }

    SigningSession session(int person, int version) {
        return sessions.computeIfAbsent(
                person + "/" + version,
                key -> new SigningSession(
                        Sha256.of(UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                        id,
                        id(person),
                        version,
                        clock.instant(),
                        null,
                        null,
                        null));
    }

    void reads(int person) {
        SigningSession session = session(person);
        int revision = bean(org.alternat.document.Revisions.class)
                .head(id)
                .orElseThrow()
                .number();
        PdfBytes shown = bean(Signing.class).show(session);
        sessions.put(
                person + "/" + session.personVersion(),
                new SigningSession(
                        session.id(),
                        id,
                        session.signatoryId(),
                        session.personVersion(),
                        session.acceptedAt(),
                        revision,
                        shown.sha256(),
                        null));
    }

    void timePasses(Duration by) {
        clock.forward(by);
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
    }

    // what the service does

    /** Carries out the first step that is due; false when there is none. */
    boolean oneStep() {
        Optional<Job> due = jobs().stream()
                .filter(job -> job.getRetries() > 0)
                .filter(job -> job.getDuedate() == null
                        || !job.getDuedate().toInstant().isAfter(clock.instant()))
                .findFirst();
        due.ifPresent(job -> bean(ManagementService.class).executeJob(job.getId()));
        return due.isPresent();
    }

    /** False when there was none. */
    boolean everyDueStep() {
        boolean any = false;
        while (oneStep()) {
            any = true;
        }
        return any;
    }

    /** Lets the time run until nothing is planned any more. */
    void untilTheEnd() {
        everyDueStep();
        Optional<Instant> next = next();
        while (next.isPresent()) {
            clock.stand(next.get());
            ClockUtil.setCurrentTime(Date.from(next.get()));
            everyDueStep();
            next = next();
        }
    }

    private Optional<Instant> next() {
        return jobs().stream()
                .filter(job -> job.getRetries() > 0 && job.getDuedate() != null)
                .map(job -> job.getDuedate().toInstant())
                .min(Instant::compareTo);
    }

    List<Job> jobs() {
        List<String> ours =
                instances().stream().map(ProcessInstance::getProcessInstanceId).toList();
        return bean(ManagementService.class).createJobQuery().orderByJobId().asc().list().stream()
                .filter(job -> job.getProcessInstanceId() != null && ours.contains(job.getProcessInstanceId()))
                .toList();
    }

    // what is seen

    List<ProcessInstance> instances() {
        return bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKeyLike(id + "%")
                .list();
    }

    Declaration now() {
        return declarations().get(id);
    }

    List<Signatory> people() {
        return bean(Signatories.class).of(id);
    }

    Declarations declarations() {
        return bean(Declarations.class);
    }

    /** Everything that is kept of this declaration, in short: equal before and after means that nothing has changed. */
    List<Object> kept() {
        return List.of(
                now(),
                people(),
                bean(AuditTrail.class).entries(id),
                bean(org.alternat.document.Revisions.class).list(id),
                instances().stream().map(ProcessInstance::getId).sorted().toList(),
                jobs().stream().map(Job::getId).sorted().toList());
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    static Path newHome() throws java.io.IOException {
        return Files.createTempDirectory(Path.of("target"), "random-moves");
    }
}
