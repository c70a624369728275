package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.alternat.declaration.web.Requests.asArchivist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.Rounds;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What an organiser sees while a declaration circulates: whom the table lists, in which order, and what changes by itself. */
@OrganiserSlice
class BoardTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    Rounds rounds;

    @Autowired
    AuditTrail audit;

    @Autowired
    LiveBoards live;

    @Autowired
    TransactionTemplate transaction;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    DeclarationId id;

    @BeforeEach
    void three_parties_on_two_sides_have_their_letters() {
        id = circulating(List.of(
                party("Europe", "Wervel", "Zoë", "Wouters", "nl-BE"),
                party("Europe", "Chantier", "Aline", "Petit", "fr-FR"),
                party("Québec", "TIESS", "Marc", "Tremblay", "fr-CA")));
    }

    @Test
    void the_sides_stand_in_order_of_precedence_and_a_person_may_sort_them_otherwise() {
        assertThat(board("")).containsSubsequence("Europe</h2>", "Wouters", "Petit", "Québec</h2>", "Tremblay");
        assertThat(board("?sort=PERSON")).containsSubsequence("Europe</h2>", "Petit", "Wouters", "Tremblay");
        assertThat(board("?sort=PARTY")).containsSubsequence("Chantier</span>", "Wervel</span>", "TIESS</span>");
    }

    @Test
    void the_table_lists_a_state_a_side_or_a_language() {
        transaction.executeWithoutResult(
                status -> signatories.refused(of("Petit").id(), MORNING, null));

        assertThat(board("?state=REFUSED")).contains("Aline Petit").doesNotContain("Zoë Wouters", "Marc Tremblay");
        assertThat(board("?side=Qu%C3%A9bec")).contains("Marc Tremblay").doesNotContain("Aline Petit");
        assertThat(board("?language=nl-BE&side=Europe")).contains("Zoë Wouters").doesNotContain("Aline Petit");
        assertThat(board("?language=nl-BE&state=REFUSED")).contains("Nobody matches this choice");
        assertThat(board("?state=REFUSED")).as("the sentence counts everybody").contains("Waiting for 2 of 3; 1 will");
    }

    @Test
    void what_an_address_says_wrongly_does_not_filter() {
        assertThat(board("?state=%3Cb%3E&sort=1&page=-4"))
                .contains("Zoë Wouters", "Aline Petit", "Marc Tremblay")
                .doesNotContain("<b>");
    }

    @Test
    void each_row_tells_what_happened_last() {
        assertThat(board("?side=Qu%C3%A9bec")).contains("Letter sent", "23 Nov 2026, 10:00");

        append(new AuditEvent(
                AuditEventType.DOCUMENT_SHOWN, "signatory:" + of("Tremblay").id(), Map.of()));

        assertThat(board("?side=Qu%C3%A9bec")).contains("Document shown");
        assertThat(board("?side=Europe")).doesNotContain("Document shown");
    }

    @Test
    void a_thousand_signatories_come_in_pages_of_a_hundred() {
        DeclarationId large = circulating(IntStream.rangeClosed(1, 1000)
                .mapToObj(n -> party(n <= 650 ? "Europe" : "Québec", "Partie " + n, "Zoë", "N" + n + ".", "fr-BE"))
                .toList());

        String first = board(large, "");
        assertThat(first).contains("Waiting for 1,000 of 1,000", "Page 1 of 10 (1,000 signatories)", "Zoë N100.");
        assertThat(first).doesNotContain("Zoë N101.");
        assertThat(first.getBytes(StandardCharsets.UTF_8).length).isLessThan(300_000);
        assertThat(board(large, "?page=7&sort=PRECEDENCE"))
                .contains("Zoë N601.", "Zoë N650.", "Zoë N651.", "Zoë N700.")
                .doesNotContain("Zoë N600.", "Zoë N701.")
                .containsSubsequence("Europe</h2>", "Québec</h2>");
        assertThat(board(large, "?page=11")).contains("Nobody matches this choice");
    }

    @Test
    void the_progress_of_each_side_and_language_stands_beside_the_chart_in_words() {
        transaction.executeWithoutResult(status -> {
            signatories.consented(of("Petit").id(), MORNING);
            signatories.signed(of("Petit").id(), MORNING, 2);
        });

        assertThat(board(""))
                .contains("1 of 3 has answered, 0 of them with a refusal")
                .containsSubsequence("Signed, by side", "Europe</span>", "1 of 2<", "Québec</span>", "0 of 1<")
                .containsSubsequence("French (France)</span>", "1 of 1<", "Dutch (Belgium)</span>", "0 of 1<");
    }

    @Test
    void an_open_board_hears_within_a_second_that_something_has_happened() {
        MvcTestResult line = mvc.get()
                .uri("/declarations/" + id + "/changes")
                .with(as(organiser))
                .asyncExchange();
        assertThat(line).hasStatusOk().hasHeader("X-Accel-Buffering", "no");
        await().untilAsserted(() -> assertThat(heard(line)).contains("event:change"));
        long before = heard(line).lines().filter("event:change"::equals).count();

        append(new AuditEvent(
                AuditEventType.DOCUMENT_SHOWN, "signatory:" + of("Petit").id(), Map.of()));

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(heard(line).lines().filter("event:change"::equals))
                        .hasSize((int) before + 1));
        assertThat(heard(line)).as("a number, and nobody's name").doesNotContain("Petit");
    }

    @Test
    void nobody_else_hears_anything() {
        String path = "/declarations/" + id + "/changes";
        assertThat(mvc.get()
                        .uri(path)
                        .with(as(TestDeclarations.organiser("Bert")))
                        .asyncExchange())
                .hasStatus(404);
        assertThat(mvc.get().uri(path).with(asArchivist()).asyncExchange()).hasStatus(403);
        assertThat(mvc.get().uri(path).asyncExchange()).hasStatus(302);
    }

    @Test
    void one_person_has_a_bounded_number_of_lines() {
        TestDeclarations.Staff busy = TestDeclarations.organiser("Dirk");
        for (int line = 0; line < LiveBoards.AT_MOST_EACH; line++) {
            assertThat(live.open(id, busy.staffId())).isPresent();
        }

        assertThat(live.open(id, busy.staffId())).isEmpty();
        assertThat(live.open(id, TestDeclarations.organiser("Els").staffId())).isPresent();
    }

    private DeclarationId circulating(List<NewParty> parties) {
        DeclarationId drafted = declarations.draft(TestDeclarations.of(parties), organiser);
        declarations.release(drafted, organiser);
        transaction.executeWithoutResult(status -> {
            rounds.next(drafted);
            signatories.of(drafted).forEach(one -> signatories.invited(one.id(), MORNING));
        });
        return drafted;
    }

    private static NewParty party(String side, String name, String given, String family, String locale) {
        return new NewParty(
                side,
                name,
                "Région",
                null,
                new ArrayList<>(List.of(new NewSignatory(
                        given,
                        family,
                        "Secrétaire générale",
                        new EmailAddress("someone@example.org"),
                        Locale.forLanguageTag(locale),
                        1))));
    }

    private Signatory of(String family) {
        return signatories.of(id).stream()
                .filter(one -> one.familyName().equals(family))
                .findFirst()
                .orElseThrow();
    }

    private void append(AuditEvent event) {
        transaction.executeWithoutResult(status -> audit.append(id, event));
    }

    private String board(String query) {
        return board(id, query);
    }

    private String board(DeclarationId declaration, String query) {
        MvcTestResult seen = mvc.get()
                .uri(java.net.URI.create("/declarations/" + declaration + query))
                .header("Accept-Language", "en")
                .with(as(organiser))
                .exchange();
        assertThat(seen).hasStatusOk();
        return new String(seen.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String heard(MvcTestResult line) {
        return new String(line.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
