package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Mandates;
import org.alternat.declaration.Signatory;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How an organiser records on what somebody's authority rests, by the page and by the API. */
class MandatePagesTest extends OrganiserVisits {

    @Autowired
    AuditTrail trail;

    @Autowired
    Mandates mandates;

    DeclarationId id;
    Signatory zoe;
    String page;
    String mandate;

    @BeforeEach
    void a_circulating_declaration_of_two() {
        id = circulatingDeclarationOfTwo();
        zoe = zoe(id);
        page = "/declarations/" + id;
        mandate = page + "/signatories/" + zoe.id() + "/mandate";
    }

    @ParameterizedTest
    @CsvSource({
        "fr,    Enregistrer un mandat,    Délibération d’un organe",
        "nl-BE, Een mandaat registreren,  Besluit van een orgaan",
        "en,    Record a mandate,         Resolution of a body"
    })
    void the_page_asks_for_ground_statement_and_who_has_checked_it(String language, String title, String ground) {
        assertThat(body(get(page, language))).contains(mandate);
        assertThat(body(get(mandate, language))).contains(title, ground, "Zoë D’Hondt 0", organiser.displayName());
    }

    @Test
    void the_board_shows_it_and_leads_to_the_document_and_the_trail_tells_of_it() {
        byte[] document = Requests.pdf();

        assertThat(record(mandate, document, "RESOLUTION", "Board, 12 March 2019", "Anouk"))
                .hasStatus(302)
                .hasRedirectedUrl(page + "?done=mandate");

        assertThat(body(get(page, "en")))
                .contains("Resolution of a body: Board, 12 March 2019; checked by Anouk", mandate + "-document");
        MvcTestResult kept = get(mandate + "-document", "en");
        assertThat(kept).hasStatusOk().hasContentType("application/pdf");
        assertThat(kept.getResponse().getContentAsByteArray()).isEqualTo(document);
        var told = trail.entries(id).get(trail.entries(id).size() - 1).event();
        assertThat(told.type()).isEqualTo(AuditEventType.MANDATE_RECORDED);
        assertThat(told.details())
                .containsEntry("ground", "RESOLUTION")
                .containsEntry("checkedBy", "Anouk")
                .containsEntry("sha256", Sha256.of(document).hex());
    }

    @Test
    void a_later_one_takes_its_place_and_needs_no_document() {
        record(mandate, Requests.pdf(), "RESOLUTION", "Board", "Anouk");

        record(mandate, new byte[0], "STATUTES", "Article 12", "Anouk");

        assertThat(mandates.of(id)).singleElement().satisfies(now -> {
            assertThat(now.statement()).isEqualTo("Article 12");
            assertThat(now.sha256()).isNull();
        });
        assertThat(get(mandate + "-document", "en")).hasStatus(404);
    }

    @Test
    void every_fault_is_told_beside_its_field_and_nothing_is_kept() {
        MvcTestResult faulty =
                record(mandate, "Bonjour".getBytes(StandardCharsets.UTF_8), "HABIT", "", "x".repeat(201));

        assertThat(faulty).hasStatus(422);
        assertThat(body(faulty))
                .contains("ground-error", "statement-error", "checkedBy-error", "document-error")
                .contains("Please choose what the authority rests on.", "at most 200 characters", "PDF, PNG or JPEG");
        assertThat(mandates.of(id)).isEmpty();
    }

    @Test
    void a_program_records_it_and_the_closing_report_names_ground_and_checker() {
        String api = "/api/v1" + mandate;

        assertThat(record(api, new byte[0], "", "", "")).hasStatus(422);
        assertThat(record(api, new byte[0], "POWER", "Letter of 3 May", "Anouk"))
                .hasStatusOk();
        declarations.withdraw(id, "Le texte change.", organiser);

        assertThat(get("/api/v1" + page + "/closing-report", "en"))
                .bodyJson()
                .extractingPath("$.signatories[0].mandate.ground")
                .isEqualTo("POWER");
        assertThat(body(get(page + "/closing-report", "en")))
                .contains("Recorded mandates", "Written power: Letter of 3 May; checked by Anouk");
        assertThat(record(api, new byte[0], "POWER", "Letter of 3 May", "Anouk"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("ALREADY_CLOSED");
    }

    @Test
    void whoever_does_not_organise_it_sees_nothing() {
        record(mandate, Requests.pdf(), "OTHER", "The law", "Anouk");

        for (String path : new String[] {mandate, mandate + "-document"}) {
            assertThat(mvc.get().uri(path).with(as(stranger))).hasStatus(404);
        }
    }

    private MvcTestResult record(String path, byte[] document, String ground, String statement, String checkedBy) {
        return mvc.post()
                .uri(path)
                .multipart()
                .file(new MockMultipartFile("document", "document.pdf", "application/pdf", document))
                .param("ground", ground)
                .param("statement", statement)
                .param("checkedBy", checkedBy)
                .with(as(organiser))
                .with(csrf())
                .header("Accept-Language", "en")
                .exchange();
    }
}
