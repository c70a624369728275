package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How an organiser records what was signed on paper, by the page and by the API. */
class PaperPagesTest extends OrganiserVisits {

    DeclarationId id;
    Signatory zoe;
    String page;
    String paper;

    @BeforeEach
    void a_circulating_declaration_of_two() {
        id = circulatingDeclarationOfTwo();
        zoe = zoe(id);
        page = "/declarations/" + id;
        paper = page + "/signatories/" + zoe.id() + "/paper";
    }

    @ParameterizedTest
    @CsvSource({
        "fr,    Enregistrer une signature sur papier,   jamais présentée comme électronique",
        "nl-BE, Een handtekening op papier registreren, nergens als elektronisch",
        "en,    Record a signature on paper,            never shown as an electronic one"
    })
    void the_page_says_what_such_a_signature_is(String language, String title, String never) {
        assertThat(body(get(page, language))).contains(paper);
        assertThat(body(get(paper, language))).contains(title, never, "Zoë D’Hondt 0");
    }

    @Test
    void the_board_tells_it_apart_and_leads_to_the_scan() {
        byte[] scan = Requests.pdf();

        assertThat(record(paper, scan, "2019-11-28")).hasStatus(302).hasRedirectedUrl(page + "?done=on_paper");

        assertThat(body(get(page, "en")))
                .contains("Signed on paper", "on 28/11/2019, outside the document", "one is on paper", paper + "-scan");
        MvcTestResult kept = get(paper + "-scan", "en");
        assertThat(kept).hasStatusOk().hasContentType("application/pdf");
        assertThat(kept.getResponse().getContentAsByteArray()).isEqualTo(scan);
    }

    @Test
    void every_fault_is_told_beside_its_field_and_nothing_is_kept() {
        MvcTestResult faulty = record(paper, "Bonjour".getBytes(StandardCharsets.UTF_8), "2999-01-01");

        assertThat(faulty).hasStatus(422);
        assertThat(body(faulty)).contains("scan-error", "PDF, PNG or JPEG", "signedOn-error", "today at the latest");
        assertThat(body(record(paper, Requests.pdf(), ""))).contains("signedOn-error");
        assertThat(body(record(paper, Requests.pdf(), "yesterday"))).contains("signedOn-error");
        assertThat(signatories.get(zoe.id()).state()).isEqualTo(SignatoryState.INVITED);
        assertThat(get(paper + "-scan", "en")).hasStatus(404);
    }

    @Test
    void a_program_records_it_in_the_same_words() {
        String api = "/api/v1" + paper;

        assertThat(record(api, new byte[0], "")).hasStatus(422);
        assertThat(record(api, Requests.pdf(), "2019-11-28"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.counts.onPaper")
                .isEqualTo(1);
        assertThat(record(api, Requests.pdf(), "2019-11-28"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("ALREADY_ANSWERED");
    }

    @Test
    void whoever_does_not_organise_it_records_and_sees_nothing() {
        record(paper, Requests.pdf(), "2019-11-28");
        for (String path : new String[] {paper, paper + "-scan"}) {
            assertThat(mvc.get().uri(path).with(as(TestDeclarations.organiser("Bert"))))
                    .hasStatus(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr,    Enregistré par erreur,        Annuler une signature sur papier",
        "nl-BE, Bij vergissing geregistreerd, Een handtekening op papier ongedaan maken",
        "en,    Recorded by mistake,          Undo a signature on paper"
    })
    void what_was_recorded_by_mistake_is_undone_with_a_reason(String language, String move, String title) {
        String undoing = paper + "-undoing";
        assertThat(get(undoing, language)).hasStatus(404);
        record(paper, Requests.pdf(), "2019-11-28");
        transaction.executeWithoutResult(status -> rounds.settle(zoe.id()));

        assertThat(body(get(page, language))).contains(move, undoing);
        assertThat(body(get(undoing, language))).contains(title, "Zoë D’Hondt 0", "28/11/2019");
        MvcTestResult faulty = post(undoing, "reason", " ");
        assertThat(faulty).hasStatus(422);
        assertThat(body(faulty)).contains("reason-error", "Please give a reason.");

        assertThat(post(undoing, "reason", "Wrong row")).hasStatus(302).hasRedirectedUrl(page + "?done=paper_undone");
        assertThat(signatories.get(zoe.id()).state()).isEqualTo(SignatoryState.WAITING);
    }

    @Test
    void a_program_undoes_it_in_the_same_words() {
        record(paper, Requests.pdf(), "2019-11-28");
        transaction.executeWithoutResult(status -> rounds.settle(zoe.id()));
        String api = "/api/v1" + paper + "-undoing";

        assertThat(sendJson(api, "{}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("WITHOUT_REASON");
        assertThat(sendJson(api, "{\"reason\":\"Wrong row\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.counts.onPaper")
                .isEqualTo(0);
    }

    private MvcTestResult record(String path, byte[] scan, String signedOn) {
        return send(path, "scan", scan, "signedOn", signedOn);
    }
}
