package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import org.alternat.declaration.Corrections;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How an organiser brings a corrected text, by the page and by the API. */
class CorrectionPagesTest extends OrganiserVisits {

    @Autowired
    Corrections corrections;

    DeclarationId id;
    String page;

    @BeforeEach
    void a_circulating_declaration() {
        id = declarations.draft(TestDeclarations.ofRounds(1, 1), organiser);
        declarations.release(id, organiser);
        page = "/declarations/" + id;
    }

    @ParameterizedTest
    @CsvSource({
        "fr,    Corriger le texte,     0 signatures recueillies sur 2",
        "nl-BE, De tekst verbeteren,   0 van de 2 handtekeningen",
        "en,    Correct the text,      0 of 2 signatures"
    })
    void the_page_says_what_becomes_of_what_was_signed(String language, String title, String signed) {
        assertThat(body(get(page, language))).contains(page + "/correction", title);
        assertThat(body(get(page + "/correction", language))).contains(title, signed);
    }

    @Test
    void the_organiser_goes_on_with_the_draft_and_each_names_the_other() {
        MvcTestResult done = correct(page + "/correction", Requests.pdf(), "Art. 3.");

        Declaration draft = corrections.around(id).later();
        assertThat(draft).isNotNull();
        assertThat(done).hasStatus(302).hasRedirectedUrl("/declarations/" + draft.id() + "?done=corrected");
        assertThat(body(get("/declarations/" + draft.id() + "?done=corrected", "en")))
                .contains(
                        "the new version, still a draft",
                        "Corrected version of",
                        declarations.get(id).reference());
        assertThat(body(get(page, "en")))
                .contains(
                        "this version is superseded",
                        "Superseded by",
                        draft.reference(),
                        "What was corrected",
                        "Art. 3.");
    }

    @Test
    void what_is_missing_or_no_text_is_told_beside_its_field() {
        assertThat(body(correct(page + "/correction", new byte[0], "Art. 3."))).contains("document-error");
        assertThat(body(correct(page + "/correction", "Bonjour".getBytes(StandardCharsets.UTF_8), "Art. 3.")))
                .contains("document-error", "not a PDF", "Art. 3.");
        MvcTestResult withoutReason = correct(page + "/correction", Requests.pdf(), " ");
        assertThat(withoutReason).hasStatus(422);
        assertThat(body(withoutReason)).contains("reason-error");
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.CIRCULATING);
    }

    @Test
    void a_program_gets_the_draft_that_takes_its_place() {
        String api = "/api/v1" + page + "/correction";

        assertThat(correct(api, new byte[0], "Art. 3.")).hasStatus(422);
        assertThat(correct(api, Requests.pdf(), ""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("WITHOUT_REASON");
        assertThat(correct(api, Requests.pdf(), "Art. 3."))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.supersedes")
                .isEqualTo(declarations.get(id).reference());
        assertThat(correct(api, Requests.pdf(), "Art. 3."))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("ALREADY_CLOSED");
        assertThat(mvc.get().uri("/api/v1" + page).with(as(organiser)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.supersededBy")
                .isNotNull();
    }

    @Test
    void whoever_does_not_organise_it_corrects_nothing() {
        for (String path : new String[] {page + "/correction", "/api/v1" + page + "/correction"}) {
            assertThat(mvc.post()
                            .uri(path)
                            .multipart()
                            .file(new MockMultipartFile("document", "text.pdf", "application/pdf", Requests.pdf()))
                            .param("reason", "Art. 3.")
                            .with(as(TestDeclarations.organiser("Bert")))
                            .with(csrf()))
                    .hasStatus(404);
        }
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.CIRCULATING);
    }

    private MvcTestResult correct(String path, byte[] pdf, String reason) {
        return send(path, "document", pdf, "reason", reason);
    }
}
