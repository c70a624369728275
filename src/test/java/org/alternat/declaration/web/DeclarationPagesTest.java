package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.alternat.declaration.web.Requests.asArchivist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationCompletion;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.Rounds;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@OrganiserSlice
class DeclarationPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    DeclarationCompletion completion;

    @Autowired
    Rounds rounds;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    TestDeclarations.Staff stranger = TestDeclarations.organiser("Bert");
    DeclarationId id;
    String page;

    @BeforeEach
    void a_draft_of_three_signatories() {
        id = declarations.draft(TestDeclarations.ofRounds(1, 1, 1), organiser);
        page = "/declarations/" + id;
    }

    @ParameterizedTest
    @CsvSource({
        "fr,    Mettre en circulation,   heure d’Europe centrale (Paris)",
        "nl-BE, In omloop brengen,       Midden-Europese tijd (Parijs)",
        "en,    Release the declaration, Central European Time (Paris)"
    })
    void a_draft_is_seen_as_a_whole_in_three_languages(String language, String release, String zone) {
        MvcTestResult seen = get(page, language);

        assertThat(seen).hasStatusOk();
        assertThat(body(seen))
                .contains(release, "Déclaration commune", "Fait à Villeneuve-d’Ascq", "Fédération 0", "Fédération 2")
                .contains("Zoë D’Hondt 0", "dhondt0@example.org", "Secrétaire générale")
                .contains(declarations.get(id).textSha256().hex(), zone);
    }

    @Test
    void the_organiser_views_the_very_bytes_that_are_frozen_and_reads_what_they_are_fit_for() {
        MvcTestResult viewed = get(page + "/document?inline=true", "en");

        byte[] shown = viewed.getResponse().getContentAsByteArray();
        assertThat(Sha256.of(shown)).isEqualTo(declarations.get(id).textSha256());
        assertThat(body(get(page, "en")))
                .contains("The PDF does not declare itself PDF/A.", "Not tagged: a screen reader finds no headings");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, La police des pages de signatures ne possède pas tous les caractères",
        "nl, Het lettertype van de handtekeningpagina’s mist tekens",
        "en, The typeface of the signature pages lacks characters"
    })
    void a_name_with_characters_that_cannot_be_printed_is_told_with_these_characters(String language, String told) {
        assertThat(body(get(page, language))).doesNotContain(told);

        id = declarations.draft(
                TestDeclarations.of(List.of(new NewParty(
                        "Europe",
                        "Société 蔡明 Łódź Ώ Ж",
                        "Wallonie",
                        null,
                        List.of(TestDeclarations.signatory("Zoë", "D’Hondt", 1))))),
                organiser);

        assertThat(body(get("/declarations/" + id, language)).replace("\u00a0", " "))
                .contains(told)
                .containsPattern("Société 蔡明 Łódź Ώ Ж ?: 蔡 明<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/text", "/parties", "/rules", "/signatories/new", "/withdraw", "/audit", "/document"})
    void whoever_does_not_organise_it_finds_nothing(String part) {
        assertThat(mvc.get().uri(page + part).with(as(stranger))).hasStatus(404);
        assertThat(mvc.get().uri(page + part).with(asArchivist())).hasStatus(403);
        assertThat(mvc.get().uri(page + part)).hasStatus(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/release", "/reminders", "/withdraw", "/text", "/parties", "/rules", "/signatories/new"})
    void whoever_does_not_organise_it_moves_nothing(String part) {
        assertThat(mvc.post()
                        .uri(page + part)
                        .param("seen", "true")
                        .param("reason", "x")
                        .with(as(stranger))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(mvc.post().uri(page + part).with(as(organiser))).hasStatus(403);
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.DRAFT);
    }

    @Test
    void looking_changes_nothing() {
        List.of("", "/text", "/parties", "/rules", "/signatories/new", "/withdraw", "/audit", "/document")
                .forEach(part -> assertThat(get(page + part, "fr")).hasStatusOk());

        assertThat(jdbc.sql("select count(*) from audit_entry where declaration_id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_release_needs_the_tick() {
        MvcTestResult refused = post(page + "/release");

        assertThat(refused).hasStatus(409);
        assertThat(body(refused)).contains("Please tick the box first");
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.DRAFT);

        assertThat(post(page + "/release", "seen", "true")).hasStatus(302).hasRedirectedUrl(page + "?done=released");
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.CIRCULATING);
    }

    @Test
    void a_second_release_is_refused_in_plain_words() {
        declarations.release(id, organiser);

        MvcTestResult refused = post(page + "/release", "seen", "true");

        assertThat(refused).hasStatus(409);
        assertThat(body(refused)).contains("already released or closed");
    }

    @Test
    void the_board_says_in_one_sentence_for_whom_it_waits() {
        declarations.release(id, organiser);
        Signatory first = signatories.of(id).get(0);
        Signatory second = signatories.of(id).get(1);
        transaction.executeWithoutResult(status -> {
            rounds.next(id);
            signatories.invited(first.id(), Instant.parse("2026-11-23T10:00:00Z"));
            signatories.invited(second.id(), Instant.parse("2026-11-23T10:00:00Z"));
            signatories.consented(first.id(), Instant.parse("2026-11-23T10:05:00Z"));
            signatories.signed(first.id(), Instant.parse("2026-11-23T10:06:00Z"), 2);
        });

        String board = body(get(page, "en"));

        assertThat(board).contains("Waiting for 2 of 3", "Signed", "Invited", "Not yet invited", "23 Nov 2026, 11:06");
        transaction.executeWithoutResult(status -> signatories.refused(second.id(), Instant.now(), "Pas de <mandat>"));
        assertThat(body(get(page + "/board", "en")))
                .contains("Waiting for 1 of 3; 1 will not sign", "Pas de &lt;mandat&gt;")
                .doesNotContain("<html");
    }

    @Test
    void an_archived_declaration_leads_to_the_archive_for_whoever_may_go_there() {
        declarations.release(id, organiser);
        assertThat(transaction.<Boolean>execute(
                        status -> completion.sealed(id, Instant.now()) && completion.archived(id, Instant.now())))
                .isTrue();

        assertThat(body(get(page, "en"))).contains("Archived").doesNotContain("/archive/" + id);
        assertThat(mvc.get()
                        .uri(page)
                        .with(authentication(
                                new TestingAuthenticationToken(organiser, "", "ROLE_ORGANISER", "ROLE_ARCHIVIST"))))
                .bodyText()
                .contains("/archive/" + id);
    }

    @Test
    void a_reminder_goes_to_whoever_has_not_answered() {
        declarations.release(id, organiser);
        Signatory first = signatories.of(id).get(0);

        assertThat(body(post(page + "/reminders"))).contains("No invitation is open");
        transaction.executeWithoutResult(status -> signatories.invited(first.id(), Instant.now()));

        assertThat(post(page + "/reminders", "signatory", first.id().toString()))
                .hasRedirectedUrl(page + "?done=reminded");
        assertThat(post(page + "/reminders")).hasRedirectedUrl(page + "?done=reminded");
        assertThat(post(page + "/reminders", "signatory", "00000000-0000-4000-8000-000000000000"))
                .hasStatus(404);
    }

    @Test
    void a_withdrawal_needs_a_reason() {
        declarations.release(id, organiser);

        MvcTestResult refused = post(page + "/withdraw", "reason", "  ");

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("Please give a reason");
        assertThat(post(page + "/withdraw", "reason", "Le texte change.")).hasRedirectedUrl(page + "?done=withdrawn");
        assertThat(body(get(page, "en"))).contains("Withdrawn; 0 of 3 had signed", "Le texte change.");
    }

    @Test
    void a_signatory_is_added_changed_and_removed_without_a_script() {
        assertThat(post(page + "/signatories/new", signatory("TIESS", "Élise", "elise@example.org")))
                .hasStatus(302);
        Signatory added = signatories.of(id).get(3);
        assertThat(added.givenName()).isEqualTo("Élise");

        String path = page + "/signatories/" + added.id();
        assertThat(body(get(path, "fr"))).contains("Élise", "elise@example.org");
        assertThat(post(path, signatory("Fédération 0", "Élise", "elise@example.org")))
                .hasStatus(302);
        assertThat(signatories.parties(id)).hasSize(2);

        assertThat(post(path + "/remove")).hasStatus(302);
        assertThat(signatories.of(id)).hasSize(3);
    }

    @Test
    void an_address_signs_once_for_a_party() {
        MvcTestResult refused =
                post(page + "/signatories/new", signatory("Fédération 0", "Élise", "DHONDT0@example.org"));

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("“Fédération 0” has a signatory with this address already.");
        assertThat(signatories.of(id)).hasSize(3);
    }

    @Test
    void a_signatory_with_faults_is_not_added() {
        MvcTestResult refused = post(page + "/signatories/new", signatory("", "É\r\nBcc: x", "nobody"));

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("party-error", "givenName-error", "email-error");
        assertThat(signatories.of(id)).hasSize(3);
    }

    @Test
    void what_is_released_has_no_form_any_more() {
        declarations.release(id, organiser);

        assertThat(get(page + "/text", "fr")).hasStatus(409);
        assertThat(post(page + "/signatories/new", signatory("TIESS", "Élise", "elise@example.org")))
                .hasStatus(409);
        assertThat(signatories.of(id)).hasSize(3);
    }

    @Test
    void the_audit_page_gives_its_verdict() {
        assertThat(body(get(page + "/audit", "en"))).contains("The trail is intact: all 1 entries", "Anouk");

        jdbc.sql("update audit_entry set actor = 'somebody' where declaration_id = ?")
                .param(id.value())
                .update();

        assertThat(body(get(page + "/audit", "en"))).contains("The trail is broken: entry 1");
        assertThat(get(page + "/audit.jsonl", "en"))
                .hasStatusOk()
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"" + declarations.get(id).reference() + "-audit.jsonl\"");
    }

    @Test
    void the_document_is_taken_away_as_it_is() {
        MvcTestResult taken = get(page + "/document", "fr");

        assertThat(taken).hasStatusOk().hasContentType("application/pdf");
        assertThat(taken.getResponse().getContentAsByteArray())
                .isEqualTo(TestDeclarations.text().toByteArray());
        assertThat(get(page + "/document?revision=7", "fr")).hasStatus(404);
    }

    @Test
    void the_list_offers_the_sample_to_whoever_has_nothing_yet() {
        assertThat(body(mvc.get().uri("/declarations").with(as(stranger)).exchange()))
                .contains("/declarations/sample");

        assertThat(mvc.post().uri("/declarations/sample").with(as(stranger)).with(csrf()))
                .hasStatus(302);

        Declaration sample = declarations.ofOrganiser(stranger.staffId()).get(0);
        assertThat(signatories.of(sample.id())).hasSize(24);
        assertThat(declarations.texts(sample.id())).hasSize(3);
        assertThat(body(mvc.get().uri("/declarations").with(as(stranger)).exchange()))
                .contains(sample.reference())
                .doesNotContain("/declarations/sample");
    }

    private static String[] signatory(String party, String given, String email) {
        return new String[] {
            "side",
            "Europe",
            "party",
            party,
            "region",
            "Wallonie",
            "givenName",
            given,
            "familyName",
            "Tremblay",
            "capacity",
            "Présidente",
            "email",
            email,
            "locale",
            "fr-CA",
            "order",
            "1"
        };
    }

    private MvcTestResult get(String path, String language) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(as(organiser))
                .exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        MockMvcTester.MockMvcRequestBuilder request = mvc.post()
                .uri(path)
                .header("Accept-Language", "en")
                .with(as(organiser))
                .with(csrf());
        for (int place = 0; place < parameters.length; place += 2) {
            request = request.param(parameters[place], parameters[place + 1]);
        }
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
