package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The closing report as an organiser and a program get it. */
@OrganiserSlice
class ClosingReportPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Declarations declarations;

    @Autowired
    JsonMapper json;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    TestDeclarations.Staff stranger = TestDeclarations.organiser("Bert");
    DeclarationId id;

    @BeforeEach
    void a_circulating_declaration_of_two() {
        id = declarations.draft(TestDeclarations.ofRounds(1, 1), organiser);
        declarations.release(id, organiser);
    }

    @Test
    void there_is_none_before_the_end_and_none_for_a_stranger() {
        MvcTestResult early = get("/api/v1/declarations/" + id + "/closing-report", "nl", organiser);
        assertThat(early).hasStatus(409);
        assertThat(body(early)).contains("NOT_ENDED", "De omloop is niet afgelopen");
        assertThat(get("/declarations/" + id + "/closing-report", "en", organiser))
                .hasStatus(404);
        assertThat(body(get("/declarations/" + id, "en", organiser))).doesNotContain("/closing-report");

        declarations.withdraw(id, "Le texte change.", organiser);

        for (String path : new String[] {"/api/v1", ""}) {
            assertThat(get(path + "/declarations/" + id + "/closing-report", "en", stranger))
                    .hasStatus(404);
        }
        assertThat(get("/declarations/" + id + "/closing-report.json", "en", stranger))
                .hasStatus(404);
        assertThat(body(get("/declarations/" + id, "en", organiser))).contains("/closing-report");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Procès-verbal de clôture | Déclaration retirée | Personne n’a refusé. | 2 personnes sollicitées",
                "nl | Proces-verbaal van sluiting | Verklaring ingetrokken | Niemand heeft geweigerd. | 2 aangeschreven personen",
                "en | Closing report | Declaration withdrawn | Nobody refused. | 2 persons asked"
            })
    void it_is_a_page_in_three_languages(String language, String title, String outcome, String refusals, String asked) {
        declarations.withdraw(id, "Le texte change.", organiser);

        MvcTestResult page = get("/declarations/" + id + "/closing-report", language, organiser);

        assertThat(page).hasStatusOk();
        assertThat(body(page))
                .contains(title, outcome, refusals, asked, "Zoë D’Hondt 0", "Zoë D’Hondt 1", "Fédération 0")
                .contains(declarations.get(id).textSha256().hex(), " UTC");
    }

    @Test
    void a_program_gets_the_same_as_an_organiser_takes_along() {
        declarations.withdraw(id, "Le texte change.", organiser);

        JsonNode report = tree(get("/api/v1/declarations/" + id + "/closing-report", "en", organiser));

        assertThat(report).isEqualTo(tree(get("/declarations/" + id + "/closing-report.json", "en", organiser)));
        assertThat(report.path("outcome").asString()).isEqualTo("WITHDRAWN");
        assertThat(report.path("finalFile").isNull()).isTrue();
        assertThat(report.path("completionRule").path("met").asBoolean()).isFalse();
        assertThat(report.path("signatories").get(0).path("answer").asString()).isEqualTo("NONE");
        assertThat(report.path("incidents").get(0).path("event").asString()).isEqualTo("DECLARATION_WITHDRAWN");
        assertThat(report.toString()).doesNotContain("@example.org");
    }

    private MvcTestResult get(String path, String language, TestDeclarations.Staff staff) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(as(staff))
                .exchange();
    }

    private JsonNode tree(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
