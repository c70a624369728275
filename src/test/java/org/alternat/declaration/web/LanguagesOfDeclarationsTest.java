package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.alternat.declaration.web.Requests.body;
import static org.alternat.declaration.web.Requests.file;
import static org.alternat.declaration.web.Requests.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMultipartMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organiser says of each language whether it is authentic or a translation, and where in the PDF it begins. */
@OrganiserSlice
class LanguagesOfDeclarationsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Declarations declarations;

    @Autowired
    AuditTrail audit;

    @Autowired
    JsonMapper json;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Les textes français et anglais font également foi\u00a0; en cas de divergence, le texte français prévaut.",
                "fr-CA | Les textes français et anglais font également foi; en cas de divergence, le texte français prévaut.",
                "nl | De Franse en Engelse teksten zijn gelijkelijk authentiek; bij verschil geeft de Franse tekst de doorslag.",
                "en | The French and English texts are equally authentic; should they diverge, the French text prevails."
            })
    void the_review_says_in_one_sentence_which_text_prevails(String language, String sentence) {
        String page = begun("prevailing", "2", "authentic", "6");

        assertThat(draft().versions()).hasToString("fr:prevailing:2,en:authentic:6");
        assertThat(get(page, language)).contains(sentence);
        assertThat(get(page + "/text", language)).contains("value=\"prevailing\" selected", "value=\"6\"");
    }

    @Test
    void a_translation_is_called_one_with_the_page_where_it_begins() {
        String page = begun("authentic", "", "translation", "6");

        assertThat(get(page, "en"))
                .contains("Only the French text is authentic. The English text is a translation for information.")
                .contains("translation for information</span>", "from page 6");
    }

    @Test
    void of_a_single_language_there_is_nothing_to_tell() {
        post(languages(form(mvc, "/declarations/new", Locale.ENGLISH), "authentic", "2", "authentic", "")
                .param("title", "Une seule langue")
                .file(file("document", "text.pdf", Requests.pdf())));
        String page = "/declarations/" + draft().id();
        assertThat(post(mvc.post()
                        .uri(page + "/text")
                        .multipart()
                        .param("title", "Une seule langue")
                        .param("placeAndDate", "Fait à Lille")
                        .param("languages", "fr")
                        .param("standings[fr]", "authentic")
                        .param("standings[en]", "translation")))
                .hasRedirectedUrl(page + "/parties");

        assertThat(draft().versions()).hasToString("fr:authentic");
        assertThat(get(page, "en")).doesNotContain("authentic");
    }

    @ParameterizedTest
    @CsvSource({
        "translation, 2, translation, 6, At least one language must be authentic.",
        "prevailing, 2, prevailing, 6, Only one language can prevail.",
        "authentic, 8, translation, 6, 'Please give one of the pages of the PDF, from 1 to 7.'",
        "authentic, zwei, translation, 6, 'Please give one of the pages of the PDF, from 1 to 7.'",
        "authentic, 0, translation, 6, 'Please give one of the pages of the PDF, from 1 to 7.'",
        "supreme, 2, translation, 6, 'Please choose what this text counts as: prevailing, authentic or translation.'"
    })
    void a_fault_is_named_where_it_stands_and_nothing_is_stored(
            String french, String frenchFrom, String english, String englishFrom, String sentence) {
        String page = begun("authentic", "2", "authentic", "6");
        MvcTestResult refused =
                post(languages(form(mvc, page + "/text", Locale.ENGLISH), french, frenchFrom, english, englishFrom));

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).containsOnlyOnce(sentence);
        assertThat(draft().versions()).hasToString("fr:authentic:2,en:authentic:6");
    }

    @Test
    void a_page_of_a_language_that_is_not_chosen_is_not_lost_without_a_word() {
        MvcTestResult refused =
                post(languages(form(mvc, "/declarations/new", Locale.ENGLISH), "authentic", "2", "authentic", "6")
                        .param("standings[nl]", "authentic")
                        .param("fromPages[nl]", "4")
                        .file(file("document", "text.pdf", Requests.pdf())));

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("This language is not chosen.");
    }

    @Test
    void a_machine_says_and_reads_the_same() {
        JsonNode made = json(api(Map.of(
                "fr", Map.of("standing", "prevailing", "fromPage", 2), "en", Map.of("standing", "translation"))));

        assertThat(made.path("versions").toString())
                .isEqualTo("{\"fr\":{\"standing\":\"prevailing\",\"fromPage\":2},"
                        + "\"en\":{\"standing\":\"translation\",\"fromPage\":null}}");
        assertThat(json(api(Map.of()))
                        .path("versions")
                        .path("en")
                        .path("standing")
                        .asString())
                .isEqualTo("authentic");
    }

    @Test
    void a_machine_reads_which_member_is_wrong() {
        MvcTestResult refused = api(Map.of("fr", Map.of("fromPage", 99), "de", Map.of("standing", "authentic")));

        assertThat(refused).hasStatus(422);
        assertThat(json(refused).path("errors").toString())
                .contains("versions.de", "This language is not chosen.", "versions.fr.fromPage", "from 1 to 7");
        assertThat(declarations.ofOrganiser(organiser.staffId())).isEmpty();
    }

    @Test
    void the_audit_trail_keeps_the_standing_and_the_digest_of_each_readable_text() {
        begun("prevailing", "2", "translation", "6");

        assertThat(audit.entries(draft().id()).get(0).event().details())
                .containsEntry("languages", "fr:prevailing:2,en:translation:6")
                .containsEntry(
                        "text.fr",
                        Sha256.of("Nous".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .hex());
    }

    private String begun(String french, String frenchFrom, String english, String englishFrom) {
        MvcTestResult made =
                post(languages(form(mvc, "/declarations/new", Locale.ENGLISH), french, frenchFrom, english, englishFrom)
                        .param("texts[fr]", "Nous")
                        .file(file("document", "text.pdf", Requests.pdf())));
        String page = "/declarations/" + draft().id();
        assertThat(made).hasRedirectedUrl(page + "/parties");
        return page;
    }

    private static MockMultipartMvcRequestBuilder languages(
            MockMultipartMvcRequestBuilder form, String french, String frenchFrom, String english, String englishFrom) {
        return form.param("standings[fr]", french)
                .param("fromPages[fr]", frenchFrom)
                .param("standings[en]", english)
                .param("fromPages[en]", englishFrom);
    }

    private MvcTestResult api(Map<String, Object> versions) {
        Map<String, Object> declaration = new HashMap<>(Map.of(
                "title", "Déclaration commune",
                "placeAndDate", "Fait à Villeneuve-d’Ascq",
                "languages", List.of("fr", "en"),
                "zone", "Europe/Paris",
                "deadline", "2999-12-31T18:00",
                "signatoriesCsv", Requests.CSV));
        if (!versions.isEmpty()) {
            declaration.put("versions", versions);
        }
        return mvc.post()
                .uri(DeclarationApiTest.API)
                .multipart()
                .file(new MockMultipartFile("declaration", "", "application/json", json.writeValueAsBytes(declaration)))
                .file(new MockMultipartFile("document", "text.pdf", "application/pdf", Requests.pdf()))
                .header("Accept-Language", "en")
                .with(as(organiser))
                .exchange();
    }

    private JsonNode json(MvcTestResult result) {
        return json.readTree(body(result));
    }

    private Declaration draft() {
        return declarations.ofOrganiser(organiser.staffId()).get(0);
    }

    private MvcTestResult post(MockMultipartMvcRequestBuilder request) {
        return request.with(as(organiser)).with(csrf()).exchange();
    }

    private String get(String path, String language) {
        return body(mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(as(organiser))
                .exchange());
    }
}
