package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.alternat.declaration.web.Requests.asArchivist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.TestDeclarations;
import org.alternat.document.HostilePdfs;
import org.alternat.pades.ChainFixture;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OrganiserSlice
class DeclarationApiTest {

    static final String API = "/api/v1/declarations";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");

    @Test
    void a_declaration_is_drafted_read_and_released() {
        MvcTestResult made = create(valid(Map.of()), Requests.pdf());

        assertThat(made).hasStatus(201);
        JsonNode status = body(made);
        String path = API + "/" + status.path("id").asString();
        assertThat(made.getResponse().getHeader("Location")).isEqualTo(path);
        assertThat(status.path("state").asString()).isEqualTo("DRAFT");
        assertThat(status.path("counts").path("signatories").asInt()).isEqualTo(2);
        assertThat(status.path("parties").get(0).path("contact").asString()).isEqualTo("info@example.org");

        assertThat(mvc.put()
                        .uri(path + "/publicity")
                        .with(as(organiser))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"due\": false}")
                        .exchange())
                .hasStatus(200);
        assertThat(body(post(path + "/release", null)).path("state").asString()).isEqualTo("CIRCULATING");

        JsonNode read = body(get(path));
        assertThat(read.path("releasedAt").asString()).endsWith("Z");
        assertThat(read.path("revisions").get(0).path("kind").asString()).isEqualTo("TEXT");
        assertThat(read.path("parties")
                        .get(1)
                        .path("signatories")
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("WAITING");
        assertThat(body(get(API)).get(0).path("reference").asString())
                .isEqualTo(read.path("reference").asString());
    }

    @Test
    void signatories_come_as_csv_too() {
        JsonNode status = body(create(valid(csv(Requests.CSV)), Requests.pdf()));

        assertThat(status.path("parties").get(0).path("name").asString()).isEqualTo("Fédération Œuvres");
    }

    static Stream<Arguments> bad_documents() {
        return Stream.of(
                arguments("not a PDF", "Bonjour".getBytes(StandardCharsets.UTF_8), "NOT_A_PDF"),
                arguments("empty", new byte[0], "EMPTY"),
                arguments("truncated", HostilePdfs.truncated(), "DAMAGED"),
                arguments("encrypted", HostilePdfs.encrypted("secret"), "ENCRYPTED"),
                arguments("over 50 MB", HostilePdfs.tooLarge(), "TOO_LARGE"),
                arguments("over 500 pages", HostilePdfs.pages(501), "TOO_MANY_PAGES"),
                arguments("XFA", HostilePdfs.xfa(), "XFA"),
                arguments("JavaScript", HostilePdfs.javaScript(), "ACTIVE_CONTENT"),
                arguments("a launch action", HostilePdfs.launchAction(), "ACTIVE_CONTENT"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad_documents")
    void a_bad_document_is_refused_with_one_sentence_and_nothing_is_stored(String what, byte[] upload, String code) {
        assertRefused(create(valid(Map.of()), upload), "document", code);
    }

    @Test
    void a_signed_document_is_refused(@TempDir Path folder) throws Exception {
        ChainFixture chain = new ChainFixture(folder, ChainFixture.text(1), 1);
        chain.sign(1);

        assertRefused(create(valid(Map.of()), chain.head().toByteArray()), "document", "ALREADY_SIGNED");
    }

    static Stream<Arguments> bad_lists() {
        return Stream.of(
                arguments("a wrong header", Requests.CSV.replace("given_name", "firstname"), "signatories", "header"),
                arguments(
                        "a duplicate address", Requests.CSV + line("emilie@example.org"), "email", "duplicateAddress"),
                arguments("an invalid address", Requests.CSV + line("emilie"), "email", "email"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad_lists")
    void a_bad_list_is_refused_with_one_sentence_and_nothing_is_stored(
            String what, String list, String field, String code) {
        JsonNode error = assertRefused(create(valid(csv(list)), Requests.pdf()), field, code);

        assertThat(error.path("line").asInt()).isEqualTo(code.equals("header") ? 1 : 4);
    }

    @ParameterizedTest
    @CsvSource({
        "title,        '',                  title,        required",
        "placeAndDate, '',                  placeAndDate, required",
        "zone,         Europe/Atlantis,     zone,         zone",
        "deadline,     tomorrow,            deadline,     deadline",
        "deadline,     2019-11-28T18:00,    deadline,     deadlinePassed",
        "deadline,     +999999999-12-31T23:59:59Z, deadline, deadlineTooFar",
        "title,        'a\r\nBcc: x',       title,        control"
    })
    void a_bad_field_is_named(String member, String value, String field, String code) {
        assertRefused(create(valid(Map.of(member, value)), Requests.pdf()), field, code);
    }

    @Test
    void a_fault_in_a_list_of_parties_is_named_by_its_path() {
        Map<String, Object> party = party("TIESS", signatory("aimee@example.org"), signatory("nobody"));

        assertRefused(
                create(valid(Map.of("parties", List.of(party))), Requests.pdf()),
                "parties[0].signatories[1].email",
                "email");
        assertRefused(
                create(valid(Map.of("parties", List.of(party("TIESS")))), Requests.pdf()),
                "parties[0].signatories",
                "partyEmpty");
    }

    @Test
    void all_faults_are_listed_in_the_callers_language() {
        MvcTestResult refused = mvc.post()
                .uri(API)
                .multipart()
                .file(part(Map.of()))
                .header("Accept-Language", "fr")
                .with(as(organiser))
                .exchange();

        assertThat(refused).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = body(refused);
        assertThat(problem.path("errors").size()).isEqualTo(6);
        assertThat(problem.path("detail").asString()).contains("rien n’a été enregistré");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"parties\":[null]}", "{\"parties\":[{\"name\":\"x\",\"signatories\":[null]}]}"})
    void a_list_with_nothing_in_it_is_not_understood(String json) {
        MvcTestResult refused = mvc.post()
                .uri(API)
                .multipart()
                .file(new MockMultipartFile("declaration", "", "application/json", json.getBytes()))
                .with(as(organiser))
                .exchange();

        assertThat(refused).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void what_is_no_json_is_answered_with_a_problem() {
        MvcTestResult refused = mvc.post()
                .uri(API)
                .multipart()
                .file(new MockMultipartFile("declaration", "", "application/json", "{".getBytes()))
                .with(as(organiser))
                .exchange();

        assertThat(refused).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void an_illegal_move_is_a_conflict_with_a_code() {
        String path = API + "/" + declarations.draft(TestDeclarations.ofRounds(1), organiser);

        assertThat(conflict(post(path + "/reminders", null))).isEqualTo("NOT_RELEASED");
        post(path + "/release", null);
        assertThat(conflict(post(path + "/release", null))).isEqualTo("ALREADY_RELEASED");
        assertThat(conflict(post(path + "/reminders", null))).isEqualTo("NOBODY_TO_REMIND");
        assertThat(post(path + "/cancel", "{}")).hasStatus(422);
        assertThat(body(post(path + "/cancel", "{\"reason\":\"Le texte change.\"}"))
                        .path("state")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(conflict(post(path + "/cancel", "{\"reason\":\"again\"}"))).isEqualTo("ALREADY_CLOSED");
    }

    @Test
    void one_signatory_is_reminded() {
        DeclarationId id = declarations.draft(TestDeclarations.ofRounds(1, 1), organiser);
        declarations.release(id, organiser);
        SignatoryId first = signatories.of(id).get(0).id();
        transaction.executeWithoutResult(status -> signatories.invited(first, Instant.now()));

        MvcTestResult reminded = post(API + "/" + id + "/reminders", "{\"signatory\":\"" + first + "\"}");

        assertThat(reminded).hasStatusOk();
        assertThat(body(get(API + "/" + id + "/audit")).get(2).path("type").asString())
                .isEqualTo("REMINDER_REQUESTED");
    }

    @Test
    void the_audit_trail_is_read_as_json_as_lines_and_verified() {
        String path = API + "/" + declarations.draft(TestDeclarations.ofRounds(1), organiser) + "/audit";

        assertThat(body(get(path)).get(0).path("details").path("signatories").asString())
                .isEqualTo("1");
        MvcTestResult lines = mvc.get()
                .uri(path)
                .accept("application/jsonl")
                .with(as(organiser))
                .exchange();
        assertThat(lines).hasStatusOk().hasContentTypeCompatibleWith("application/jsonl");
        assertThat(new String(lines.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .startsWith("{\"declaration\":")
                .endsWith("}\n");
        assertThat(get(path + "/verification")).bodyJson().isStrictlyEqualTo("{\"intact\":true,\"entries\":1}");
    }

    @Test
    void the_document_is_read_by_revision() {
        String path = API + "/" + declarations.draft(TestDeclarations.ofRounds(1), organiser) + "/document";

        MvcTestResult head = get(path);
        assertThat(head).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        assertThat(head.getResponse().getContentAsByteArray())
                .isEqualTo(TestDeclarations.text().toByteArray());
        assertThat(get(path + "?revision=0")).hasStatusOk();
        assertThat(get(path + "?revision=1")).hasStatus(404);
        assertThat(get(path + "?revision=last")).hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "GET, /document", "GET, /audit", "GET, /audit/verification", "POST, /release"})
    void whoever_does_not_organise_it_finds_nothing(String method, String part) {
        DeclarationId id = declarations.draft(TestDeclarations.ofRounds(1), organiser);
        String path = API + "/" + id + part;
        TestDeclarations.Staff stranger = TestDeclarations.organiser("Bert");
        var request =
                mvc.method(org.springframework.http.HttpMethod.valueOf(method)).uri(path);

        assertThat(request.with(as(stranger))).hasStatus(404);
        assertThat(mvc.get().uri(API + "/" + id).with(asArchivist())).hasStatus(403);
        assertThat(mvc.get().uri(API + "/" + id)).hasStatus(401);
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.DRAFT);
    }

    @Test
    void openapi_describes_every_operation() {
        JsonNode description = body(
                mvc.get().uri("/v3/api-docs").header("Host", "forged.example").exchange());
        JsonNode paths = description.path("paths");

        assertThat(description.path("servers").get(0).path("url").asString()).isEqualTo("/");

        for (String part : List.of(
                "",
                "/{id}",
                "/{id}/release",
                "/{id}/reminders",
                "/{id}/cancel",
                "/{id}/document",
                "/{id}/audit",
                "/{id}/audit/verification")) {
            JsonNode path = paths.path(API + part);
            assertThat(path.isEmpty()).as(part).isFalse();
            path.forEach(operation ->
                    assertThat(operation.path("summary").asString()).as(part).isNotBlank());
        }
    }

    private JsonNode assertRefused(MvcTestResult refused, String field, String code) {
        assertThat(refused).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode errors = body(refused).path("errors");
        assertThat(errors.size()).isEqualTo(1);
        assertThat(errors.get(0).path("field").asString()).isEqualTo(field);
        assertThat(errors.get(0).path("code").asString()).isEqualTo(code);
        assertThat(errors.get(0).path("message").asString()).isNotBlank();
        assertThat(declarations.ofOrganiser(organiser.staffId())).isEmpty();
        return errors.get(0);
    }

    private String conflict(MvcTestResult refused) {
        assertThat(refused).hasStatus(409).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return body(refused).path("code").asString();
    }

    private MvcTestResult create(Map<String, Object> declaration, byte[] document) {
        return mvc.post()
                .uri(API)
                .multipart()
                .file(part(declaration))
                .file(new MockMultipartFile("document", "text.pdf", "application/pdf", document))
                .with(as(organiser))
                .exchange();
    }

    private MockMultipartFile part(Map<String, Object> declaration) {
        return new MockMultipartFile("declaration", "", "application/json", json.writeValueAsBytes(declaration));
    }

    private static Map<String, Object> valid(Map<String, ?> changes) {
        Map<String, Object> declaration = new java.util.HashMap<>(Map.of(
                "title", "Déclaration commune",
                "placeAndDate", "Fait à Villeneuve-d’Ascq",
                "languages", List.of("fr", "en"),
                "zone", "Europe/Paris",
                "deadline", "2999-12-31T18:00",
                "texts", Map.of("fr", "# Déclaration"),
                "parties",
                        List.of(
                                party("CRESS", signatory("benoit@example.org")),
                                party("TIESS", signatory("aimee@example.org")))));
        declaration.putAll(changes);
        return declaration;
    }

    private static Map<String, Object> csv(String list) {
        return Map.of("parties", List.of(), "signatoriesCsv", list);
    }

    private static Map<String, Object> party(String name, Object... signatories) {
        return Map.of(
                "side", "Europe",
                "name", name,
                "region", "Wallonie",
                "contact", "info@example.org",
                "signatories", List.of(signatories));
    }

    private static Map<String, Object> signatory(String email) {
        return Map.of(
                "givenName", "Aimée",
                "familyName", "Tremblay",
                "capacity", "Directrice",
                "email", email,
                "locale", "fr-CA",
                "order", 1);
    }

    private static String line(String email) {
        return "Europe,Fédération Œuvres,Wallonie,Łukasz,Söhnke,Trésorier," + email + ",en,1\n";
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(as(organiser)).exchange();
    }

    private MvcTestResult post(String path, String content) {
        var request = mvc.post().uri(path).with(as(organiser));
        return (content == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).content(content))
                .exchange();
    }

    private JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }
}
