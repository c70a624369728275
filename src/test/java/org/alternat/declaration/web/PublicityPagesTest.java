package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Publicities;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Publicity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Who funds a declaration: decided by an organiser before anything is sent, and shown on each of its pages. */
@OrganiserSlice
class PublicityPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Declarations declarations;

    @Autowired
    Publicities publicities;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    DeclarationId id;
    String page;
    String api;

    @BeforeEach
    void a_draft_for_which_nobody_has_decided() {
        id = declarations.draft(TestDeclarations.ofRounds(1, 1), organiser);
        jdbc.sql("delete from publicity where declaration_id = ?")
                .param(id.value())
                .update();
        page = "/declarations/" + id;
        api = "/api/v1/declarations/" + id;
    }

    @ParameterizedTest
    @CsvSource({
        "fr, La mention du financement manque.",
        "nl, De vermelding van de financiering ontbreekt.",
        "en, The funding mention is missing."
    })
    void nothing_is_sent_before_somebody_has_decided(String language, String sentence) {
        MvcTestResult refused = post(page + "/release", language, Map.of("seen", "true"));
        assertThat(refused).hasStatus(409);
        assertThat(body(refused)).contains(sentence, "href=\"" + page + "/publicity\"");

        MvcTestResult program = mvc.post()
                .uri(api + "/release")
                .with(as(organiser))
                .header("Accept-Language", language)
                .exchange();
        assertThat(program).hasStatus(409);
        assertThat(body(program)).contains("\"code\":\"WITHOUT_PUBLICITY\"", sentence);
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.DRAFT);
    }

    @Test
    void the_official_sentences_are_there_to_be_kept() {
        assertThat(body(get(page + "/publicity", "fr")))
                .contains(
                        "value=\"Avec le soutien du Fonds europ&eacute;en de d&eacute;veloppement r&eacute;gional\"",
                        "value=\"Met steun van het Europees Fonds voor Regionale Ontwikkeling\"",
                        "value=\"With the support of the European Regional Development Fund\"");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Met Frans, Union européenne, Emblème de l’Union européenne",
        "nl, Op zijn Nederlands, Europese Unie, Embleem van de Europese Unie",
        "en, In English, European Union, Emblem of the European Union"
    })
    void a_decided_mention_stands_with_the_emblem_on_the_declarations_pages(
            String language, String mention, String union, String alternative) {
        assertThat(decided()).hasStatus(302).hasRedirectedUrl(page + "?done=changed");

        for (String one : List.of("", "/publicity", "/withdraw", "/text", "/parties", "/rules")) {
            assertThat(body(get(page + one, language)))
                    .as(one)
                    .contains(mention, "<strong>" + union + "</strong>", "alt=\"" + alternative + "\"");
        }
        assertThat(declarations.release(id, organiser)).isEqualTo(org.alternat.declaration.MoveOutcome.DONE);
        assertThat(body(get(page + "/ceremony", language))).contains(mention, "alt=\"" + alternative + "\"");
        assertThat(post(page + "/publicity", "en", Map.of("due", "false"))).hasStatus(409);
    }

    @Test
    void that_no_mention_is_due_is_a_decision_with_a_name_on_it() {
        assertThat(post(page + "/publicity", "en", Map.of("due", "false", "fr", "x", "emblem", "true")))
                .hasStatus(302);

        assertThat(publicities.of(id)).contains(Publicity.NOT_DUE);
        assertThat(body(get(page + "/audit", "en")).replaceAll("<[^>]+>|\\s+", " "))
                .containsPattern("a mention is due\\s+no ")
                .doesNotContainPattern("logo, SHA-256|funding mention\\s+(emblem|signatory)|\\b(true|false)\\b");
        assertThat(body(get(page, "en")))
                .contains("No funding mention is due.")
                .doesNotContain("class=\"publicity\"", "european-union.svg");
        assertThat(audit.entries(id))
                .filteredOn(entry -> entry.event().type() == AuditEventType.PUBLICITY_SET)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.event().actor()).isEqualTo("organiser:" + organiser.staffId());
                    assertThat(entry.event().details()).containsEntry("due", "false");
                });
        assertThat(declarations.release(id, organiser)).isEqualTo(org.alternat.declaration.MoveOutcome.DONE);
    }

    @Test
    void every_fault_is_named_and_nothing_is_stored() {
        MvcTestResult faulty = post(page + "/publicity", "en", Map.of("fr", " ", "nl", "x", "en", "y"));
        assertThat(faulty).hasStatus(422);
        assertThat(body(faulty)).contains("Say whether a mention is due.");

        MvcTestResult blank = post(page + "/publicity", "en", Map.of("due", "true", "fr", " ", "nl", "x".repeat(301)));
        assertThat(blank).hasStatus(422);
        assertThat(body(blank)).contains("id=\"fr-error\"", "id=\"nl-error\"", "id=\"en-error\"");
        assertThat(publicities.of(id)).isEmpty();
    }

    @Test
    void a_logo_is_drawn_anew_and_shown_no_higher_than_the_emblem() throws IOException {
        assertThat(put(logo("VISES", picture("jpeg", 1200, 300)))).hasStatus(200);

        Publicity.Logo logo = publicities.of(id).orElseThrow().logo();
        assertThat(logo).isNotNull();
        assertThat(body(get(page, "fr")))
                .contains("src=\"/logos/" + logo.sha256().hex() + ".png\"", "width=\"128\" height=\"32\" alt=\"VISES\"")
                .containsPattern("src=\"/european-union[^\"]*\\.svg\" width=\"48\" height=\"32\"");
        MvcTestResult shown =
                mvc.get().uri("/logos/" + logo.sha256().hex() + ".png").exchange();
        assertThat(shown).hasStatus(200).hasContentType(MediaType.IMAGE_PNG);
        BufferedImage kept =
                ImageIO.read(new ByteArrayInputStream(shown.getResponse().getContentAsByteArray()));
        assertThat(List.of(kept.getWidth(), kept.getHeight())).containsExactly(480, 120);
    }

    @Test
    void what_is_no_picture_or_too_large_is_no_logo() throws IOException {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        assertThat(codes(put(logo("VISES", svg.getBytes(StandardCharsets.UTF_8)))))
                .contains("logoType");
        assertThat(codes(put(logo("VISES", picture("png", 4001, 10))))).contains("logoTooLarge");
        assertThat(codes(put(logo("VISES", new byte[1024 * 1024 + 1])))).contains("logoTooLarge");
        assertThat(codes(put(logo("VISES", picture("gif", 10, 10))))).contains("logoType");
        assertThat(codes(put(logo(" ", picture("png", 10, 10))))).contains("required");
        assertThat(publicities.of(id)).isEmpty();
    }

    private MvcTestResult decided() {
        return post(
                page + "/publicity",
                "en",
                Map.of(
                        "due",
                        "true",
                        "fr",
                        "Met Frans",
                        "nl",
                        "Op zijn Nederlands",
                        "en",
                        "In English",
                        "emblem",
                        "true"));
    }

    private static Map<String, Object> logo(String name, byte[] image) {
        return Map.of(
                "due",
                true,
                "logo",
                Map.of("name", name, "image", Base64.getEncoder().encodeToString(image)));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out))
                .isTrue();
        return out.toByteArray();
    }

    private MvcTestResult put(Map<String, Object> publicity) {
        return mvc.put()
                .uri(api + "/publicity")
                .with(as(organiser))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsBytes(publicity))
                .exchange();
    }

    private static String codes(MvcTestResult faulty) {
        assertThat(faulty).hasStatus(422);
        return body(faulty);
    }

    private MvcTestResult get(String path, String language) {
        return mvc.get()
                .uri(path)
                .with(as(organiser))
                .locale(Locale.forLanguageTag(language))
                .exchange();
    }

    private MvcTestResult post(String path, String language, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(as(organiser)).with(csrf()).locale(Locale.forLanguageTag(language));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
