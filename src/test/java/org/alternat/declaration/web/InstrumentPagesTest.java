package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.alternat.declaration.web.Requests.file;
import static org.alternat.declaration.web.Requests.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Instruments;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.Publicities;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Publicity;
import org.junit.jupiter.api.BeforeEach;
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

/** An organiser attaches instruments to an archived declaration and reads who is bound, by page and by API. */
@OrganiserSlice
class InstrumentPagesTest {

    private static final String FINAL_SHA256 = "5e".repeat(32);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Declarations declarations;

    @Autowired
    Instruments instruments;

    @Autowired
    Publicities publicities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    TestDeclarations.Staff stranger = TestDeclarations.organiser("Bert");
    DeclarationId original;

    @BeforeEach
    void a_declaration_whose_circulation_has_ended() {
        original = declarations.draft(TestDeclarations.ofRounds(1, 1, 1), organiser);
        declarations.release(original, organiser);
        jdbc.sql("insert into document_revision (declaration_id, revision_number, kind, delta, total_length, sha256,"
                        + " at_instant) select declaration_id, 1, 'SEAL', delta, total_length, '" + FINAL_SHA256
                        + "', at_instant from document_revision where declaration_id = ? and revision_number = 0")
                .param(original.value())
                .update();
        jdbc.sql("update party set bound_at = timestamp with time zone '2020-01-31 22:30:00+00:00'"
                        + " where declaration_id = ? and precedence = 1")
                .param(original.value())
                .update();
        jdbc.sql("update declaration set declaration_state = 'ARCHIVED', closed_at = released_at,"
                        + " effective_at = timestamp with time zone '2020-01-31 22:30:00+00:00' where id = ?")
                .param(original.value())
                .update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Rattacher un instrument | Réserve | Aucun instrument",
                "nl | Een instrument bijvoegen | Voorbehoud | geen instrument",
                "en | Attach an instrument | Reservation | No instrument"
            })
    void an_instrument_is_drafted_on_a_page_that_says_what_to_quote(
            String language, String title, String kind, String none) {
        assertThat(page("/declarations/" + original, language)).contains(title, none);
        assertThat(page(path("/new"), language))
                .contains(title, kind, FINAL_SHA256, declarations.get(original).reference());

        MvcTestResult made = form(mvc, path("/new"), Locale.ENGLISH)
                .file(file("document", "text.pdf", Requests.pdf()))
                .param("kind", "reservation")
                .with(as(organiser))
                .with(csrf())
                .exchange();

        assertThat(made).hasStatus(302);
        DeclarationId id = instruments.attachedTo(original).get(0).declaration().id();
        assertThat(page("/declarations/" + id, language)).contains(kind, FINAL_SHA256);
        assertThat(page("/declarations/" + original, language)).contains(kind, "/declarations/" + id);
    }

    @Test
    void what_is_faulty_is_named_and_nothing_is_stored() {
        MvcTestResult refused = form(mvc, path("/new"), Locale.ENGLISH)
                .param("kind", "withdrawal")
                .with(as(organiser))
                .with(csrf())
                .exchange();

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("aria-invalid=\"true\"");
        assertThat(mvc.get().uri(path("/new?kind=divorce")).with(as(organiser)).exchange())
                .hasStatus(404);
        assertThat(mvc.get().uri(path("/new")).with(as(stranger)).exchange()).hasStatus(404);
        assertThat(instruments.attachedTo(original)).isEmpty();
    }

    @Test
    void a_program_drafts_lists_and_is_told_why_a_text_without_the_quotation_is_not_released() {
        assertThat(tree(draft(original, "divorce"))
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("kind");
        JsonNode made = tree(draft(original, "interpretative-declaration"));
        DeclarationId id = DeclarationId.parse(made.path("id").asString());

        JsonNode listed = tree(get("/api/v1" + path(""), organiser)).get(0);
        assertThat(listed.path("id").asString()).isEqualTo(id.toString());
        assertThat(listed.path("kind").asString()).isEqualTo("interpretative-declaration");
        assertThat(get("/api/v1" + path(""), stranger)).hasStatus(404);
        assertThat(tree(draft(id, "accession")).path("code").asString()).isEqualTo("NOT_ARCHIVED");
        publicities.set(id, Publicity.NOT_DUE, null, organiser);
        assertThat(declarations.release(id, organiser)).isEqualTo(MoveOutcome.WITHOUT_QUOTATION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | 2020-01-31 | À la fin du vendredi 31 janvier 2020, une partie était liée. | par signature",
                "nl | 2020-01-30 | Aan het einde van donderdag 30 januari 2020 was geen enkele partij gebonden. | door ondertekening",
                "en | 2020-02-01 | When Saturday 1 February 2020 ended, one party was bound. | by signature"
            })
    void who_was_bound_on_a_day_is_a_page_in_three_languages(String language, String day, String sentence, String how) {
        assertThat(page("/declarations/" + original + "/status-table?date=" + day, language))
                .contains(sentence, how, "Fédération 0");
    }

    @Test
    void a_date_that_is_none_is_named_by_page_and_api() {
        MvcTestResult page = get("/declarations/" + original + "/status-table?date=2020-02-30", organiser);
        assertThat(page).hasStatus(422);
        assertThat(body(page)).contains("aria-invalid=\"true\"");
        assertThat(get("/api/v1/declarations/" + original + "/status-table?date=tomorrow", organiser))
                .hasStatus(422);
        assertThat(get("/api/v1/declarations/" + original + "/status-table", stranger))
                .hasStatus(404);

        JsonNode answer = tree(get("/api/v1/declarations/" + original + "/status-table?date=2020-01-31", organiser));
        assertThat(answer.path("date").asString()).isEqualTo("2020-01-31");
        assertThat(answer.path("parties").get(0).path("bound").asBoolean()).isTrue();
        assertThat(answer.path("parties").get(0).path("since").asString()).isEqualTo("2020-01-31T22:30:00Z");
    }

    private MvcTestResult draft(DeclarationId to, String kind) {
        Map<String, Object> instrument = Map.of(
                "title", "Instrument",
                "placeAndDate", "Gand",
                "languages", List.of("fr"),
                "zone", "Europe/Paris",
                "deadline", "2999-12-31T18:00",
                "signatoriesCsv",
                        "side,party,region,given_name,family_name,capacity,email,locale,order\n"
                                + "Europe,Fédération 0,Wallonie,Zoë,D’Hondt,Présidente,zoe@example.org,fr-BE,1\n");
        return mvc.post()
                .uri("/api/v1/declarations/" + to + "/instruments?kind=" + kind)
                .multipart()
                .file(new MockMultipartFile("declaration", "", "application/json", json.writeValueAsBytes(instrument)))
                .file(file("document", "text.pdf", Requests.pdf()))
                .with(as(organiser))
                .exchange();
    }

    private String path(String rest) {
        return "/declarations/" + original + "/instruments" + rest;
    }

    private MvcTestResult get(String path, TestDeclarations.Staff staff) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", "en")
                .with(as(staff))
                .exchange();
    }

    private String page(String path, String language) {
        MvcTestResult page = mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(as(organiser))
                .exchange();
        assertThat(page).hasStatusOk();
        return body(page);
    }

    private JsonNode tree(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
