package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.LanguageStanding;
import org.alternat.declaration.LanguageText;
import org.alternat.declaration.LanguageVersion;
import org.alternat.declaration.LanguageVersions;
import org.alternat.declaration.NewDeclaration;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Terms;
import org.alternat.declaration.TestDeclarations;
import org.alternat.document.DocumentIntake;
import org.alternat.document.IntakeResult;
import org.alternat.mail.Outbox;
import org.alternat.mail.OutboxLetter;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.Publicity;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.alternat.testing.Browser;
import org.alternat.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a random port; declarations that circulate, and people who read their mail. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:signing;DB_CLOSE_DELAY=-1")
@Import(SigningTime.class)
public abstract class SigningPages {

    static final String TITLE = "Déclaration commune Europe–Québec";

    /** As the sample has them, but for English, which only informs. */
    private static final LanguageVersions VERSIONS = new LanguageVersions(List.of(
            new LanguageVersion(Locale.FRENCH, LanguageStanding.PREVAILING, 2),
            new LanguageVersion(Locale.forLanguageTag("nl"), LanguageStanding.AUTHENTIC, 4),
            new LanguageVersion(Locale.ENGLISH, LanguageStanding.TRANSLATION, 6)));

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/s/[A-Za-z0-9_-]{43})");
    private static final Pattern CODE = Pattern.compile("^ {4}(\\d{6})$", Pattern.MULTILINE);
    static final Path HOME = newHome();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("alternat.home", HOME::toString);
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory(Path.of("target"), "signing-home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected StaffIdentity organiser = TestDeclarations.organiser("Aude");

    @LocalServerPort
    protected int port;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected DocumentIntake intake;

    @Autowired
    protected Declarations declarations;

    @Autowired
    protected Signatories signatories;

    @Autowired
    protected Outbox outbox;

    /** The judge is a process of its own, and its clock is the machine's: a signature of tomorrow does not pass. */
    @BeforeEach
    void the_clock_shows_the_time_of_day() {
        clock.stand(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** A declaration that has gone out to people with these locales, each for a party of their own. */
    protected List<Person> invited(String... locales) {
        List<NewParty> parties = new ArrayList<>();
        for (String locale : locales) {
            boolean quebec = locale.endsWith("CA");
            parties.add(new NewParty(
                    quebec ? "Québec" : "Europe",
                    quebec ? "TIESS" : "Fédération de l’économie sociale n° " + (parties.size() + 1),
                    quebec ? "Québec" : "Wallonie",
                    null,
                    List.of(new NewSignatory(
                            "Zoë",
                            "D’Hondt",
                            "Secrétaire générale",
                            new EmailAddress("zoe" + PEOPLE.incrementAndGet() + "@example.org"),
                            Locale.forLanguageTag(locale),
                            1))));
        }
        return circulating(parties);
    }

    protected List<Person> circulating(List<NewParty> parties) {
        DeclarationId id = released(parties, Terms.PLAIN);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> signatories.of(id).stream().allMatch(one -> one.state() == SignatoryState.INVITED));
        return signatories.of(id).stream().map(this::person).toList();
    }

    DeclarationId released(List<NewParty> parties, Terms terms) {
        DeclarationId id = drafted(parties, terms);
        declarations.release(id, organiser);
        return id;
    }

    DeclarationId drafted(List<NewParty> parties, Terms terms) {
        NewDeclaration made = new NewDeclaration(
                TITLE,
                "Villeneuve-d’Ascq, le 28 novembre 2026",
                VERSIONS,
                java.time.ZoneId.of("Europe/Paris"),
                clock.instant().plus(Duration.ofDays(20)),
                (IntakeResult.Accepted) intake.examine(sample("declaration.pdf")),
                List.of(text("en"), text("fr"), text("nl")),
                terms,
                parties,
                new Publicity(
                        true,
                        "Avec le soutien du Fonds européen de développement régional",
                        "Met steun van het Europees Fonds voor Regionale Ontwikkeling",
                        "With the support of the European Regional Development Fund",
                        true,
                        null));
        return declarations.draft(made, organiser);
    }

    private static LanguageText text(String language) {
        return new LanguageText(
                Locale.forLanguageTag(language),
                new String(sample("declaration." + language + ".md"), java.nio.charset.StandardCharsets.UTF_8));
    }

    protected static byte[] sample(String name) {
        try (InputStream in = Objects.requireNonNull(SigningPages.class.getResourceAsStream("/sample/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Person person(Signatory signatory) {
        String text = latest("invitation", signatory);
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        return new Person(
                signatory.id(),
                link.group(1),
                new Browser(port, signatory.locale().toLanguageTag()));
    }

    private String latest(String kind, Signatory signatory) {
        String party = signatories.party(signatory.partyId()).name();
        return outbox.list().stream()
                .filter(letter -> letter.kind().equals(kind)
                        && letter.toAddress().equals(signatory.email().value())
                        && words(letter.text()).contains(words(party)))
                .findFirst()
                .map(OutboxLetter::text)
                .orElseThrow();
    }

    /** The person who holds this place now, with the link of the newest invitation and a browser of their own. */
    Person again(Person before) {
        return person(signatories.get(before.id()));
    }

    /** The same person with the link that stands in another letter. */
    Person fresh(Person before, String letter) {
        Matcher link = LINK.matcher(letter);
        assertThat(link.find()).isTrue();
        return new Person(before.id(), link.group(1), before.browser());
    }

    /** The newest letter of a kind to a person, which may still be on its way. */
    String eventualLetter(String kind, Person person) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> !latest(kind, signatory(person))
                .isEmpty());
        return words(latest(kind, signatory(person)));
    }

    /** Letters are wrapped, so a name may run over two lines. */
    private static String words(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ");
    }

    protected Signatory signatory(Person person) {
        return signatories.get(person.id());
    }

    protected SignatoryState state(Person person) {
        return signatory(person).state();
    }

    protected DeclarationId declarationOf(Person person) {
        return signatory(person).declarationId();
    }

    protected void eventually(Callable<Boolean> state) {
        await().atMost(Duration.ofSeconds(60)).until(state);
    }

    protected void eventually(Person person, SignatoryState state) {
        await().atMost(Duration.ofSeconds(30)).until(() -> state(person) == state);
    }

    /** Somebody with a link and a browser. */
    public final class Person {

        private final SignatoryId id;
        private final String link;
        private final Browser browser;

        Person(SignatoryId id, String link, Browser browser) {
            this.id = id;
            this.link = link;
            this.browser = browser;
        }

        public SignatoryId id() {
            return id;
        }

        public String link() {
            return link;
        }

        public Browser browser() {
            return browser;
        }

        /** The same person on another machine. */
        public Person elsewhere() {
            return new Person(id, link, new Browser(port, "fr"));
        }

        /** Another link in this person's browser. */
        public Person with(Person other) {
            return new Person(other.id, other.link, browser);
        }

        public HttpResponse<String> get(String page) {
            return browser.get(link + page);
        }

        public HttpResponse<String> post(String page, String... fields) {
            return browser.post(link + page, fields);
        }

        public HttpResponse<String> askForCode() {
            clock.forward(Duration.ofSeconds(1)); // the outbox puts letters in order by their instants
            get("");
            return post("/code");
        }

        /** The code in the newest letter, as a person reads it. */
        public String code() {
            Matcher code = CODE.matcher(latest("signing-code", signatories.get(id)));
            assertThat(code.find()).isTrue();
            return code.group(1);
        }

        public HttpResponse<String> enter(String code) {
            return post("/code-entry", "code", code);
        }

        /** Link, code, document page. */
        public Person proved() {
            assertThat(askForCode().statusCode()).isEqualTo(303);
            assertThat(enter(code()).headers().firstValue("Location")).contains(link + "/document");
            assertThat(get("/document").statusCode()).isEqualTo(200);
            return this;
        }

        public Person read() {
            assertThat(get("/document.pdf").statusCode()).isEqualTo(200);
            return this;
        }

        public HttpResponse<String> sign() {
            return post("/signature", "read", "true");
        }
    }

    static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }
}
