package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.alternat.access.ApiTokens;
import org.alternat.access.Authenticator;
import org.alternat.access.SetUpLinks;
import org.alternat.access.StaffAccounts;
import org.alternat.access.StaffInvitations;
import org.alternat.access.StaffMember;
import org.alternat.audit.AuditEventType;
import org.alternat.declaration.Pauses;
import org.alternat.shared.DeclarationId;
import org.alternat.testing.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The officer's screen at the desk, and the same by the API. */
class DeskPagesTest extends DeskPages {

    @Autowired
    StaffInvitations invitations;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Pauses pauses;

    Browser officer;

    @BeforeEach
    void somebody_sits_at_the_desk() {
        officer = new Browser(port, "en");
        organiser = loggedIn(officer);
    }

    @Test
    void the_officer_shows_a_code_and_the_tablet_s_camera_reads_it() {
        Person zoe = invited("en", "en").get(0);
        String page = "/declarations/" + declarationOf(zoe) + "/desk";
        assertThat(officer.get(page).body())
                .contains("Zoë D’Hondt", "Give a code", "http://localhost:" + port + "/desk")
                .doesNotContain("@example.org");

        HttpResponse<String> shown = officer.post(page, "signatory", zoe.id().toString());

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        String scanned = QrReader.read(shown.body());
        assertThat(scanned)
                .matches("http://localhost:" + port + "/desk/[A-Za-z0-9_-]{43}")
                .doesNotContain(zoe.id().toString());
        String typed = shown.body().replaceAll("(?s).*id=\"desk-code\">([^<]+)<.*", "$1");
        assertThat(typed).matches("[34679CDFGHJKMNPQRTVWXY]{4}-[34679CDFGHJKMNPQRTVWXY]{4}");
        assertThat(officer.get(page).body())
                .contains("Unused code, valid until")
                .doesNotContain(typed);
        assertThat(tablet().type(typed).statusCode()).isEqualTo(303);
        assertThat(officer.get(page).body()).doesNotContain("Unused code");
        assertThat(trail(declarationOf(zoe), AuditEventType.DESK_CODE_GIVEN))
                .extracting(event -> event.actor())
                .containsExactly("organiser:" + organiser.staffId());
    }

    @Test
    void the_officer_finds_a_person_among_many_without_accents_or_by_the_party() {
        String page = "/declarations/" + declarationOf(invited("en", "fr-CA").get(0)) + "/desk";
        String federation = "Fédération de l’économie sociale n° 1";

        assertThat(officer.get(page).body()).contains(federation, "TIESS").doesNotContain("Show everybody");
        assertThat(officer.get(page + "?q=zoe+d%27hondt+ECONOMIE").body())
                .contains("Zoë D’Hondt", federation, "One person of 2.", "value=\"zoe d&#39;hondt ECONOMIE\"")
                .doesNotContain("TIESS");
        assertThat(officer.get(page + "?q=tiess").body()).contains("TIESS").doesNotContain(federation);
        assertThat(officer.get(page + "?q=%3Cb%3Exyzzy").body())
                .contains("Nobody of 2.", "Show everybody")
                .doesNotContain("<b>", "Everybody has answered.", "TIESS", "<table");
    }

    @Test
    void the_address_that_the_camera_reads_opens_the_declaration() {
        Person zoe = invited("en", "en").get(0);
        officer.get("/declarations/" + declarationOf(zoe) + "/desk");
        String scanned = QrReader.read(officer.post(
                        "/declarations/" + declarationOf(zoe) + "/desk",
                        "signatory",
                        zoe.id().toString())
                .body());
        Browser tablet = new Browser(port, "nl");

        assertThat(tablet.get(URI.create(scanned).getPath()).body()).contains("Uw code is gescand");
        HttpResponse<String> opened = tablet.post("/desk", "code", scanned.replaceFirst(".*/", ""));

        assertThat(tablet.get(location(opened)).body()).contains("Zoë D’Hondt");
    }

    @Test
    void an_officer_of_another_declaration_finds_no_desk() {
        Person zoe = invited("en", "en").get(0);
        String page = "/declarations/" + declarationOf(zoe) + "/desk";
        Browser stranger = new Browser(port, "en");
        StaffMember somebody = loggedIn(stranger);
        stranger.get("/declarations");

        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.post(page, "signatory", zoe.id().toString()).statusCode())
                .isEqualTo(404);
        assertThat(new Browser(port, "en").get(page).statusCode()).as("nobody").isEqualTo(302);
        assertThat(officer.postWithoutToken(page).statusCode()).as("forged").isEqualTo(403);
        assertThat(api(somebody, "GET", declarationOf(zoe), "/desk").statusCode())
                .isEqualTo(404);
        assertThat(api(somebody, "POST", declarationOf(zoe), "/signatories/" + zoe.id() + "/desk-code")
                        .statusCode())
                .isEqualTo(404);
        assertThat(trail(declarationOf(zoe), AuditEventType.DESK_CODE_GIVEN)).isEmpty();
    }

    @Test
    void while_the_circulation_is_paused_the_page_says_so_and_gives_nothing() {
        Person zoe = invited("en", "en").get(0);
        String page = "/declarations/" + declarationOf(zoe) + "/desk";
        pauses.pause(declarationOf(zoe), organiser);

        assertThat(officer.get(page).body())
                .contains("The circulation is paused")
                .doesNotContain("name=\"signatory\"");
        officer.get("/declarations");
        HttpResponse<String> refused = officer.post(page, "signatory", zoe.id().toString());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(officer.post(page, "signatory", "nobody").statusCode()).isEqualTo(400);
        assertThat(officer.post(page).statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("role=\"alert\"").doesNotContain("class=\"qr\"");
    }

    @Test
    void a_program_gives_codes_too() {
        Person zoe = invited("en", "en").get(0);
        DeclarationId id = declarationOf(zoe);
        String path = "/signatories/" + zoe.id() + "/desk-code";

        JsonNode waiting = json(api((StaffMember) organiser, "GET", id, "/desk"));
        assertThat(waiting).hasSize(2);
        assertThat(waiting.get(0).get("signatory").asString())
                .isEqualTo(zoe.id().toString());
        HttpResponse<String> given = api((StaffMember) organiser, "POST", id, path);
        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(given.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        JsonNode code = json(given);
        assertThat(code.get("link").asString()).contains("/desk/");
        assertThat(tablet().type(code.get("code").asString()).statusCode()).isEqualTo(303);

        zoe.proved().read().sign();
        HttpResponse<String> refused = api((StaffMember) organiser, "POST", id, path);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("ALREADY_ANSWERED");
        assertThat(officer.get("/v3/api-docs").body()).contains("/desk-code");
    }

    private HttpResponse<String> api(StaffMember by, String method, DeclarationId id, String path) {
        String token = tokens.issue(by, "desk", Duration.ofDays(1)).text();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/declarations/" + id + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private StaffMember loggedIn(Browser browser) {
        String path = SetUpLinks.path(invitations);
        Authenticator phone = Authenticator.reading(browser.get(path).body());
        String email = "desk-" + System.nanoTime() + "@concertation.example.org";
        browser.post(
                path,
                "name",
                "Aude Desmet",
                "email",
                email,
                "locale",
                "en",
                "password",
                "une phrase assez longue",
                "code",
                phone.code(clock));
        return accounts.list().stream()
                .filter(one -> one.email().value().equals(email))
                .findFirst()
                .orElseThrow();
    }
}
