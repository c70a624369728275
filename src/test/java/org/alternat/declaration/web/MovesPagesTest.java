package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.List;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What an organiser changes while a declaration circulates, by the pages and by the API, in the same words. */
class MovesPagesTest extends OrganiserVisits {

    DeclarationId id;
    Signatory zoe;
    String page;
    String person;

    @BeforeEach
    void a_circulating_declaration_of_two() {
        id = circulatingDeclarationOfTwo();
        zoe = zoe(id);
        page = "/declarations/" + id;
        person = page + "/signatories/" + zoe.id() + "/replacement";
    }

    @ParameterizedTest
    @CsvSource({
        "fr,    Remplacer la personne,   Prolonger le délai,    heure d’Europe centrale",
        "nl-BE, De persoon of het adres, De termijn verlengen,  Midden-Europese tijd",
        "en,    Replace the person,      Prolong the deadline,  Central European Time"
    })
    void each_move_has_a_page_in_three_languages(String language, String replace, String prolong, String zone) {
        assertThat(body(get(person, language))).contains(replace, "Zoë D’Hondt 0", "dhondt0@example.org");
        assertThat(body(get(page + "/deadline", language))).contains(prolong, zone);
    }

    @Test
    void the_board_leads_to_them() {
        assertThat(body(get(page, "en"))).contains(person, page + "/deadline");
    }

    @Test
    void a_replaced_person_stands_on_the_board_at_once() {
        MvcTestResult done = post(person, newPerson("aimee@tiess.example.org"));

        assertThat(done).hasStatus(302).hasRedirectedUrl(page + "?done=replaced");
        assertThat(body(get(page + "?done=replaced", "en")))
                .contains("Aimée Tremblay", "The earlier link no longer works")
                .doesNotContain("D’Hondt 0");
    }

    @Test
    void a_faulty_person_is_shown_again_with_each_fault() {
        MvcTestResult faulty = post(person, newPerson("not an address"));

        assertThat(faulty).hasStatus(422);
        assertThat(body(faulty)).contains("not an address", "Tremblay", "email-error");
        assertThat(signatories.get(zoe.id()).version()).isEqualTo(1);
    }

    @Test
    void an_answer_that_was_first_wins_over_the_replacement_in_a_plain_sentence() {
        transaction.executeWithoutResult(status -> signatories.consented(zoe.id(), Instant.now()));

        MvcTestResult refused = post(person, newPerson("aimee@tiess.example.org"));

        assertThat(refused).hasStatus(409);
        assertThat(body(refused)).contains("This signatory has answered already; nothing has changed.");
    }

    @Test
    void a_later_deadline_stands_on_the_board() {
        MvcTestResult done = post(page + "/deadline", "deadline", "2999-12-31T18:00");

        assertThat(done).hasStatus(302).hasRedirectedUrl(page + "?done=prolonged");
        assertThat(body(get(page, "en"))).contains("Tuesday 31 December 2999, 6\u00a0pm in Paris");
    }

    @ParameterizedTest
    @CsvSource({"2019-11-28T13:00, must be later", "tomorrow, such as", "3999-01-01T00:00, too far"})
    void a_deadline_that_is_none_is_shown_again(String deadline, String sentence) {
        MvcTestResult faulty = post(page + "/deadline", "deadline", deadline);

        assertThat(faulty).hasStatus(422);
        assertThat(body(faulty)).contains(sentence, deadline);
    }

    @Test
    void a_pause_stands_on_the_board_with_the_way_out_of_it() {
        assertThat(post(page + "/pause", "x", "x")).hasStatus(302).hasRedirectedUrl(page + "?done=paused");
        assertThat(body(get(page, "en"))).contains("The circulation is paused", page + "/resumption");

        assertThat(body(post(page + "/reminders", "x", "x"))).contains("please resume it first");

        assertThat(post(page + "/resumption", "x", "x")).hasStatus(302);
        assertThat(body(post(page + "/resumption", "x", "x"))).contains("not paused; nothing has changed");
    }

    @Test
    void an_early_closing_is_confirmed_on_a_page_of_its_own() {
        assertThat(body(get(page + "/closing", "en"))).contains("So far 0 of 2 have signed");

        assertThat(post(page + "/closing", "x", "x")).hasStatus(302).hasRedirectedUrl(page + "?done=closed");
    }

    @Test
    void what_a_refusal_leads_to_is_chosen_on_the_draft_and_on_the_board() {
        DeclarationId draft = declarations.draft(TestDeclarations.ofRounds(1), organiser);
        for (DeclarationId chosen : List.of(draft, id)) {
            String path = "/declarations/" + chosen;
            String shown = chosen.equals(draft) ? path + "/rules" : path;
            assertThat(body(get(shown, "en"))).contains("value=\"CONTINUE\" selected");

            assertThat(post(path + "/after-refusal", "afterRefusal", "ASK")).hasStatus(302);

            assertThat(body(get(shown, "en"))).contains("value=\"ASK\" selected");
        }
        assertThat(post(page + "/after-refusal", "afterRefusal", "DANCE")).hasStatus(400);
    }

    @Test
    void a_program_pauses_resumes_chooses_and_closes() {
        assertThat(api("/after-refusal", "{\"afterRefusal\": \"STOP\"}")).hasStatusOk();
        assertThat(api("/after-refusal", "{}")).hasStatus(400);
        assertThat(api("/pause", "")).hasStatusOk();
        assertThat(api("/pause", ""))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("PAUSED");
        assertThat(api("/resumption", "")).hasStatusOk();
        assertThat(api("/closing", "")).hasStatusOk();
    }

    @Test
    void whoever_does_not_organise_it_finds_and_moves_nothing() {
        for (String path : List.of(person, page + "/deadline", page + "/closing")) {
            assertThat(mvc.get().uri(path).with(as(stranger))).hasStatus(404);
            assertThat(mvc.post()
                            .uri(path)
                            .params(newPerson("aimee@tiess.example.org"))
                            .param("deadline", "2999-12-31T18:00")
                            .with(as(stranger))
                            .with(csrf()))
                    .hasStatus(404);
            assertThat(mvc.post().uri(path).with(as(organiser))).hasStatus(403);
        }
        assertThat(signatories.get(zoe.id()).version()).isEqualTo(1);
    }

    @Test
    void a_program_replaces_and_prolongs_in_the_same_words() {
        String json = """
                {"givenName": "Aimée", "familyName": "Tremblay", "capacity": "Directrice", "email": "a@tiess.example.org",
                 "locale": "fr-CA"}""";

        assertThat(api("/signatories/" + zoe.id() + "/replacement", json))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.parties[0].signatories[0].familyName")
                .isEqualTo("Tremblay");
        assertThat(api("/deadline", "{\"deadline\": \"2999-12-31T18:00:00+01:00\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.deadline")
                .isEqualTo("2999-12-31T17:00:00Z");
        assertThat(api("/deadline", "{\"deadline\": \"2999-01-01T00:00:00Z\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("NOT_LATER");
        assertThat(api("/deadline", "{}")).hasStatus(422);
        assertThat(api("/signatories/" + zoe.id() + "/replacement", "{}")).hasStatus(422);
    }

    private MvcTestResult api(String path, String json) {
        return sendJson("/api/v1/declarations/" + id + path, json);
    }

    private static MultiValueMap<String, String> newPerson(String email) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("givenName", "Aimée");
        fields.add("familyName", "Tremblay");
        fields.add("capacity", "Directrice générale");
        fields.add("email", email);
        fields.add("locale", "fr-CA");
        return fields;
    }
}
