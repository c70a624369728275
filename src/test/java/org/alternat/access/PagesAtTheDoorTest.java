package org.alternat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.alternat.testing.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesAtTheDoorTest extends StaffFixture {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/setup/x", "/nothing", "/probe/failure", "/staff", "/staff;x=1"})
    void every_page_carries_the_headers_of_a_closed_house(String path) {
        var headers = browser().get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "frame-src 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout", "/setup/x", "/staff", "/tokens", "/nothing"})
    void a_form_without_its_token_is_refused(String path) {
        Browser browser = somebody("csrf" + path.hashCode() + "@example.org").browser();

        assertThat(browser.postWithoutToken(path).statusCode()).isEqualTo(403);
        assertThat(browser.get("/tokens").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, /nothing, 404, Page introuvable",
        "nl, /nothing, 404, Pagina niet gevonden",
        "en, /nothing, 404, Page not found",
        "fr, /probe/failure, 500, Incident technique",
        "nl-BE, /probe/failure, 500, Technisch probleem",
        "en-CA, /probe/failure, 500, Technical problem",
        "de, /nothing, 404, Page introuvable"
    })
    void what_goes_wrong_is_said_in_the_readers_language(String language, String path, int status, String words) {
        HttpResponse<String> page = new Browser(port, language).get(path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body())
                .contains("<h1>" + words + "</h1>", "<title>" + words)
                .doesNotContain("xception", "select secret", "at org.");
    }

    @Test
    void an_archivist_finds_the_teams_page_closed() {
        Person organiser = somebody("sends@example.org");
        String path = inviteAndReadTheLetter(organiser, "archivist@example.org");
        Browser browser = browser();
        Authenticator phone = Authenticator.reading(browser.get(path).body());
        setUp(browser, path, "ignored@example.org", phone.code(clock));

        assertThat(browser.get("/").headers().firstValue("Location")).hasValue("/archive");
        HttpResponse<String> page = browser.get("/staff");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Accès refusé");
        assertThat(accounts.credentials("archivist@example.org")).isPresent();
        assertThat(accounts.credentials("ignored@example.org")).isEmpty();
    }

    @Test
    void an_upload_that_is_too_large_gets_a_page() {
        Browser browser = browser();

        HttpResponse<String> page = browser.upload("/login", new byte[4096]);

        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("Fichier trop volumineux");
    }

    @Test
    void the_readers_choice_of_language_is_kept() {
        Browser browser = browser();

        HttpResponse<String> chosen = browser.get("/login?lang=nl");

        assertThat(chosen.body()).contains("<html lang=\"nl\">", "Aanmelden");
        assertThat(browser.get("/login").body()).contains("Aanmelden");
        assertThat(browser.get("/login?lang=xx").body()).contains("Aanmelden");
        assertThat(new Browser(port, "en, fr-CA;q=0.5").get("/login?lang=fr").body())
                .contains("<html lang=\"fr-CA\">");
    }

    @Test
    void the_language_switch_keeps_the_rest_of_the_question() {
        assertThat(browser().get("/login?a=1&lang=fr").body()).contains("href=\"?a=1&amp;lang=nl\"");
    }

    @Test
    void health_tells_a_stranger_nothing_but_its_state() {
        assertThat(browser().get("/actuator/health").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components");
        assertThat(browser().get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private String inviteAndReadTheLetter(Person organiser, String email) {
        organiser.browser().get("/staff");
        organiser.browser().post("/staff", "email", email, "roles", "ARCHIVIST", "locale", "fr-FR");
        return Outbox.linkTo(HOME, email);
    }
}
