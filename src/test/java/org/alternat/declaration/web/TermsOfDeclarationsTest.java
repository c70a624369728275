package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.alternat.declaration.web.Requests.file;
import static org.alternat.declaration.web.Requests.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.Publicities;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.Terms;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Publicity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The terms of a declaration and the roles of its people, by the form and by the API. */
@OrganiserSlice
class TermsOfDeclarationsTest {

    private static final String WITH_ROLES =
            "side,party,region,given_name,family_name,capacity,email,locale,order,role\n"
                    + "Europe,Notariat,Wallonie,Wim,Söhnke,Notaris,wim@example.org,nl-BE,1,Witness\n"
                    + "Europe,CRESS,Wallonie,Émilie,D’Hondt,Présidente,emilie@example.org,fr-BE,1,\n"
                    + "Québec,TIESS,Québec,Aimée,Tremblay,Directrice,aimee@example.org,fr-CA,1,signatory\n";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    Publicities publicities;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");

    @Test
    void the_form_keeps_its_terms_and_shows_them_again() {
        assertThat(send(Map.of(
                        "terms.everybody", "false",
                        "terms.sides[0].least", "1",
                        "terms.sides[0].side", "Europe",
                        "terms.parties", "TIESS",
                        "terms.openUntil", "2999-12-31T20:00",
                        "terms.alphabet", "fr",
                        "terms.bySide", "true",
                        "terms.host", "CRESS",
                        "terms.hostLast", "true",
                        "terms.adReferendum", "true")))
                .hasStatus(302);

        Declaration draft = declarations.ofOrganiser(organiser.staffId()).get(0);
        Terms terms = draft.terms();
        assertThat(terms.rule()).hasToString("1 of \"Europe\" and party \"TIESS\"");
        assertThat(terms.openUntil()).isEqualTo(Instant.parse("2999-12-31T19:00:00Z"));
        assertThat(terms.order()).hasToString("alphabetical in fr, by side, host last \"CRESS\"");
        assertThat(terms.adReferendum()).isTrue();
        assertThat(page("/declarations/" + draft.id()))
                .contains("at least one party of “Europe” and by “TIESS”", "Open for signature until")
                .contains("Alphabetical, in French", "“CRESS” last", "Signature ad referendum");
        assertThat(page("/declarations/" + draft.id() + "/rules"))
                .containsPattern("name=\"terms.everybody\" value=\"false\" checked")
                .containsPattern("name=\"terms.adReferendum\"[^>]+checked")
                .containsPattern("name=\"terms.hostLast\" value=\"true\" checked")
                .contains("value=\"2999-12-31T20:00\"");
    }

    @Test
    void without_a_tick_nobody_signs_ad_referendum_and_everybody_must_sign() {
        assertThat(send(Map.of())).hasStatus(302);

        assertThat(declarations.ofOrganiser(organiser.staffId()).get(0).terms()).isEqualTo(Terms.PLAIN);
    }

    @Test
    void terms_that_cannot_be_read_are_named_and_nothing_is_stored() {
        MvcTestResult refused = send(Map.of("terms.everybody", "false", "terms.openUntil", "2999-12-31T17:00"));

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("Please say who must have signed", "This must lie after the deadline.");
        Declaration draft = declarations.ofOrganiser(organiser.staffId()).get(0);
        assertThat(draft.terms()).isEqualTo(Terms.PLAIN);
        assertThat(declarations.release(draft.id(), organiser)).isEqualTo(MoveOutcome.RULES_NOT_SET);
    }

    @Test
    void a_draft_whose_rule_nobody_could_meet_says_why_and_is_not_released() {
        send(Map.of("terms.everybody", "false", "terms.sides[0].least", "3", "terms.sides[0].side", "Europe"));
        Declaration draft = declarations.ofOrganiser(organiser.staffId()).get(0);

        assertThat(page("/declarations/" + draft.id()))
                .contains("The rule of completion asks for 3 parties of “Europe”, which has only 1.");
        assertThat(declarations.release(draft.id(), organiser)).isEqualTo(MoveOutcome.IMPOSSIBLE_RULE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | vendredi 30 octobre 2026, 17_h à Lille, 12_h à Montréal",
                "nl-BE | vrijdag 30 oktober 2026, 17.00_uur in Rijsel, 12.00_uur in Montreal",
                "en | Friday 30 October 2026, 5_pm in Lille, 12_noon in Montréal"
            })
    void every_page_of_the_organiser_tells_the_deadline_by_the_clocks_of_the_cities(String language, String told) {
        send(Map.of("terms.cities", "Rijsel, Montreal"));
        DeclarationId id = declarations.ofOrganiser(organiser.staffId()).get(0).id();
        jdbc.sql("update declaration set deadline = timestamp with time zone '2026-10-30 16:00:00+00:00' where id = ?")
                .param(id.value())
                .update();
        String deadline = told.replace('_', '\u00a0');

        assertThat(page("/declarations", language)).contains(deadline);
        assertThat(page("/declarations/" + id, language)).contains(deadline);
        assertThat(page("/declarations/" + id + "/deadline", language)).contains(deadline);
        jdbc.sql("update declaration set declaration_state = 'CIRCULATING' where id = ?")
                .param(id.value())
                .update();
        assertThat(page("/declarations/" + id, language)).contains(deadline);
    }

    @Test
    void cities_are_those_of_zone_and_parties_until_somebody_names_others_and_the_release_keeps_them() {
        send(Map.of());
        Declaration draft = declarations.ofOrganiser(organiser.staffId()).get(0);
        assertThat(page("/declarations/" + draft.id())).contains("in Paris, ", "in Montréal");
        assertThat(draft.terms().cities()).isEmpty();

        publicities.set(draft.id(), Publicity.NOT_DUE, null, organiser);
        declarations.release(draft.id(), organiser);

        assertThat(declarations.get(draft.id()).terms().cities())
                .hasToString("[Paris (Europe/Paris), Montréal (America/Montreal)]");
    }

    @Test
    void cities_that_cannot_be_read_are_named_by_form_and_api_and_nothing_is_stored() {
        assertThat(body(send(Map.of("terms.cities", "Lille (Mars/Olympus)")))).contains("Name 4 cities at most");
        Declaration draft = declarations.ofOrganiser(organiser.staffId()).get(0);
        assertThat(draft.terms().cities()).isEmpty();
        JsonNode refused = tree(create(Map.of("cities", "Lille (Mars/Olympus)")));
        assertThat(refused.path("errors").get(0).path("field").asString()).isEqualTo("cities");
        assertThat(declarations.ofOrganiser(organiser.staffId())).containsExactly(draft);

        JsonNode made = tree(create(Map.of("cities", "Lille, Montréal")));
        assertThat(made.path("cities").asString()).isEqualTo("Lille (Europe/Paris), Montréal (America/Montreal)");
        assertThat(made.path("deadline").asString()).isEqualTo("2999-12-31T17:00:00Z");
    }

    @Test
    void the_api_takes_terms_and_roles_and_tells_them_again() {
        MvcTestResult made = create(Map.of(
                "completionRule", "1 of \"Europe\" and party \"TIESS\"",
                "openUntil", "2999-12-31T20:00",
                "orderOfPrecedence", "alphabetical in nl, host first \"TIESS\"",
                "adReferendum", true));

        assertThat(made).hasStatus(201);
        JsonNode status = tree(made);
        assertThat(status.path("completionRule").asString()).isEqualTo("1 of \"Europe\" and party \"TIESS\"");
        assertThat(status.path("openUntil").asString()).isEqualTo("2999-12-31T19:00:00Z");
        assertThat(status.path("orderOfPrecedence").asString()).isEqualTo("alphabetical in nl, host first \"TIESS\"");
        assertThat(status.path("adReferendum").asBoolean()).isTrue();
        assertThat(status.path("effectiveAt").asString("")).isEmpty();
        JsonNode witness = status.path("parties").get(2).path("signatories").get(0);
        assertThat(witness.path("role").asString()).isEqualTo("witness");
        assertThat(witness.path("adReferendum").asBoolean()).isFalse();
        assertThat(witness.path("confirmedAt").asString("")).isEmpty();
        assertThat(status.path("counts").path("signatories").asInt()).isEqualTo(3);
    }

    @Test
    void the_api_names_terms_that_it_cannot_read() {
        JsonNode errors = tree(create(Map.of(
                        "completionRule", "most of them",
                        "openUntil", "2999-12-31T17:00",
                        "orderOfPrecedence", "by age")))
                .path("errors");

        assertThat(errors.valueStream().map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("completionRule", "openUntil", "orderOfPrecedence");
        assertThat(declarations.ofOrganiser(organiser.staffId())).isEmpty();
    }

    @Test
    void the_tenth_column_of_the_list_is_the_role_and_an_empty_one_a_signatory() {
        create(Map.of());

        List<Signatory> all = signatories.of(
                declarations.ofOrganiser(organiser.staffId()).get(0).id());
        assertThat(all).extracting(Signatory::givenName).containsExactly("Émilie", "Aimée", "Wim");
        assertThat(all)
                .extracting(Signatory::role)
                .containsExactly(SignatoryRole.SIGNATORY, SignatoryRole.SIGNATORY, SignatoryRole.WITNESS);
    }

    /** The three steps of a draft; the answer is that of the last one, which sets the rules. */
    private MvcTestResult send(Map<String, String> terms) {
        form(mvc, "/declarations/new", Locale.ENGLISH)
                .file(file("document", "text.pdf", Requests.pdf()))
                .with(as(organiser))
                .with(csrf())
                .exchange();
        String draft = "/declarations/"
                + declarations.ofOrganiser(organiser.staffId()).get(0).id();
        form(mvc, draft + "/parties", Locale.ENGLISH)
                .file(file("signatories", "list.csv", Requests.CSV))
                .with(as(organiser))
                .with(csrf())
                .exchange();
        var request = form(mvc, draft + "/rules", Locale.ENGLISH);
        terms.forEach(request::param);
        return request.with(as(organiser)).with(csrf()).exchange();
    }

    private MvcTestResult create(Map<String, Object> terms) {
        Map<String, Object> declaration = new TreeMap<>(Map.of(
                "title", "Déclaration commune",
                "placeAndDate", "Fait à Villeneuve-d’Ascq",
                "languages", List.of("fr", "en"),
                "zone", "Europe/Paris",
                "deadline", "2999-12-31T18:00",
                "parties", List.of(),
                "signatoriesCsv", WITH_ROLES));
        declaration.putAll(terms);
        return mvc.post()
                .uri("/api/v1/declarations")
                .multipart()
                .file(new MockMultipartFile("declaration", "", "application/json", json.writeValueAsBytes(declaration)))
                .file(file("document", "text.pdf", Requests.pdf()))
                .with(as(organiser))
                .exchange();
    }

    private String page(String path) {
        return page(path, "en");
    }

    private String page(String path, String language) {
        return body(mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(as(organiser))
                .exchange());
    }

    private JsonNode tree(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
