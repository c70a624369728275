package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.alternat.access.SecretToken;
import org.alternat.access.SigningLinks;
import org.alternat.declaration.SignatoryState;
import org.alternat.testing.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door: what a link and a code open, for whom, and what they never give away. */
class SigningLinkTest extends SigningPages {

    @Autowired
    SigningLinks links;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_first_page_knows_nobody_but_by_the_given_name() {
        Person zoe = invited("fr-FR").get(0);

        HttpResponse<String> page = zoe.get("");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Zoë", TITLE)
                .doesNotContain("D’Hondt", "Fédération de", "Secrétaire", "example.org", "Aude");
    }

    @Test
    void a_scanner_that_opens_everything_and_presses_continue_reaches_nothing() {
        Person zoe = invited("fr-FR").get(0);
        Person scanner = zoe.elsewhere();
        List<String> pages = List.of("", "/code", "/document", "/document.pdf", "/refusal", "/done");

        for (int i = 0; i < 50; i++) {
            for (String page : pages) {
                scanner.get(page);
                scanner.browser().send("HEAD", scanner.link() + page);
            }
        }
        scanner.askForCode();
        scanner.get("/code");
        scanner.enter("000000");
        HttpResponse<String> signed = scanner.sign();
        HttpResponse<String> refused = scanner.post("/refusal");

        assertThat(signed.statusCode()).isEqualTo(403);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(scanner.get("/document.pdf").statusCode()).isEqualTo(303);
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
        zoe.proved().read().sign();
        eventually(zoe, SignatoryState.SIGNED);
    }

    @Test
    void opening_pages_sends_nothing_and_writes_nothing() {
        Person zoe = invited("fr-FR").get(0);
        long letters = outbox.list().size();

        zoe.get("");
        zoe.get("/code");
        zoe.browser().send("HEAD", zoe.link());

        assertThat(outbox.list()).hasSize((int) letters);
        assertThat(jdbc.sql("select count(*) from signing_session where signatory_id = ?")
                        .param(zoe.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void unknown_expired_and_replaced_links_look_the_same() {
        Person replaced = invited("fr-FR").get(0);
        jdbc.sql("update signatory set person_version = 2 where id = ?")
                .param(replaced.id().value())
                .update();
        Person expired = invited("fr-FR").get(0);
        jdbc.sql("update signing_link set expires_at = created_at where signatory_id = ?")
                .param(expired.id().value())
                .update();
        Browser somebody = new Browser(port, "fr");
        String unknown =
                "/s/" + SecretToken.random(new java.security.SecureRandom()).text();

        String first = withoutSecrets(somebody.get(unknown).body());
        assertThat(first).contains("Ce lien ne mène nulle part");
        for (String link : List.of(replaced.link(), expired.link(), unknown, "/s/x", "/s/%E2%82%AC")) {
            for (String page : List.of("", "/code", "/document", "/document.pdf", "/refusal", "/done")) {
                HttpResponse<String> answer = somebody.get(link + page);
                assertThat(answer.statusCode()).as(page).isEqualTo(404);
                assertThat(withoutSecrets(answer.body())).isEqualTo(first);
            }
            for (String page : List.of("/code", "/code-entry", "/signature", "/refusal")) {
                somebody.get("/login");
                HttpResponse<String> answer = somebody.post(link + page);
                assertThat(answer.statusCode()).as(page).isEqualTo(404);
                assertThat(withoutSecrets(answer.body())).isEqualTo(first);
            }
        }
    }

    /** The page without its own address and the browser's token against forged requests. */
    private static String withoutSecrets(String page) {
        return page.replaceAll("/s/[^/\"]+/fresh-link", "/s/…/fresh-link")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void a_reminder_s_link_and_the_first_one_both_work() {
        Person zoe = invited("fr-FR").get(0);
        String second = links.issue(zoe.id()).uri().getPath();

        assertThat(zoe.browser().get(second).statusCode()).isEqualTo(200);
        assertThat(zoe.get("").statusCode()).isEqualTo(200);
    }

    @Test
    void five_wrong_codes_lock_the_code_and_a_new_one_opens() {
        Person zoe = invited("fr-FR").get(0);
        zoe.askForCode();
        String wrong = zoe.code().equals("123456") ? "654321" : "123456";

        for (int i = 0; i < 4; i++) {
            HttpResponse<String> answer = zoe.enter(wrong);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Ce code n’est pas le bon");
        }
        assertThat(zoe.enter(wrong).statusCode()).isEqualTo(429);
        HttpResponse<String> right = zoe.enter(zoe.code());

        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.body()).contains("Cinq essais").doesNotContain("name=\"code\"");
        assertThat(location(zoe.get("/document"))).isEqualTo(zoe.link());
        zoe.proved();
    }

    @Test
    void a_code_expires_after_ten_minutes() {
        Person zoe = invited("fr-FR").get(0);
        zoe.askForCode();
        clock.forward(Duration.ofMinutes(10));

        HttpResponse<String> answer = zoe.enter(zoe.code());

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("Ce code n’est plus valable");
    }

    @Test
    void a_code_opens_nothing_in_another_browser_nor_a_second_time() {
        Person zoe = invited("fr-FR").get(0).proved();
        Person thief = zoe.elsewhere();

        thief.get("");
        HttpResponse<String> withoutAsking = thief.enter(zoe.code());
        String stolen = zoe.code();
        thief.askForCode();
        HttpResponse<String> afterAsking = thief.enter(stolen);

        assertThat(withoutAsking.statusCode()).isEqualTo(409);
        assertThat(withoutAsking.body()).contains("Aucun code n’a été demandé dans ce navigateur");
        assertThat(afterAsking.statusCode()).isEqualTo(422);
    }

    @Test
    void the_code_of_one_signatory_opens_no_other_s_link() {
        List<Person> both = invited("fr-FR", "fr-FR");
        Person ann = both.get(0);
        ann.askForCode();
        String code = ann.code();
        Person bob = ann.with(both.get(1));

        bob.get("");
        HttpResponse<String> withoutAsking = bob.enter(code);
        bob.askForCode();
        HttpResponse<String> afterAsking = bob.enter(code.equals(bob.code()) ? "000000" : code);

        assertThat(withoutAsking.statusCode()).isEqualTo(409);
        assertThat(afterAsking.statusCode()).isEqualTo(422);
        assertThat(location(bob.get("/document"))).isEqualTo(bob.link());
    }

    @Test
    void too_many_codes_are_refused_in_plain_words_and_the_last_one_still_works() {
        Person zoe = invited("fr-FR").get(0);
        for (int i = 0; i < 7; i++) {
            assertThat(zoe.askForCode().statusCode()).isEqualTo(303);
            clock.forward(Duration.ofSeconds(61));
        }

        HttpResponse<String> tooMany = zoe.askForCode();

        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.body()).contains("Trop de codes");
        assertThat(zoe.elsewhere().askForCode().statusCode()).isEqualTo(303);
        assertThat(location(zoe.enter(zoe.code()))).isEqualTo(zoe.link() + "/document");
    }

    @Test
    void browsers_that_ask_at_the_same_moment_share_one_letter() {
        Person zoe = invited("fr-FR").get(0);
        List<Person> browsers = List.of(zoe, zoe.elsewhere(), zoe.elsewhere(), zoe.elsewhere());
        browsers.forEach(browser -> browser.get(""));
        int letters = outbox.list().size();

        List<Integer> answers = browsers.stream()
                .map(browser -> CompletableFuture.supplyAsync(
                        () -> browser.post("/code").statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(303);
        assertThat(outbox.list()).hasSize(letters + 1);
    }

    @Test
    void a_letter_that_cannot_leave_is_told_and_costs_no_code() throws IOException {
        Person zoe = invited("fr-FR").get(0);
        Path folder = HOME.resolve("outbox");
        Path away = HOME.resolve("outbox-away");

        Files.move(folder, away);
        HttpResponse<String> first;
        try {
            first = zoe.askForCode();
        } finally {
            Files.move(away, folder);
        }
        zoe.askForCode();
        clock.forward(Duration.ofSeconds(61));
        Files.move(folder, away);
        HttpResponse<String> again;
        try {
            again = zoe.askForCode();
        } finally {
            Files.move(away, folder);
        }

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.body()).contains("Le courriel n’a pas pu partir", "Bonjour Zoë");
        assertThat(again.statusCode()).isEqualTo(503);
        assertThat(again.body()).contains("Le courriel n’a pas pu partir", "name=\"code\"");
        assertThat(location(zoe.enter(zoe.code()))).isEqualTo(zoe.link() + "/document");
    }

    @Test
    void the_browser_s_secret_is_a_cookie_of_this_link_alone() {
        Person zoe = invited("fr-FR").get(0);

        String cookie = zoe.askForCode().headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("signing="))
                .findFirst()
                .orElseThrow();

        assertThat(cookie).contains("Path=" + zoe.link(), "HttpOnly", "SameSite=Lax");
    }

    @Test
    void a_forged_form_of_another_site_sends_no_code() {
        Person zoe = invited("fr-FR").get(0);

        assertThat(zoe.browser().postWithoutToken(zoe.link() + "/code").statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_page_speaks_the_signatory_s_language_until_the_reader_chooses_another() {
        Person zoe = invited("nl-BE").get(0);
        Browser english = new Browser(port, "en");

        assertThat(english.get(zoe.link()).body()).contains("lang=\"nl-BE\"", "Dag Zoë");
        assertThat(english.get(zoe.link() + "?lang=fr").body()).contains("lang=\"fr\"", "Bonjour Zoë");
        assertThat(english.get(zoe.link()).body()).contains("Bonjour Zoë");
        assertThat(invited("fr-CA").get(0).get("").body()).contains("intégral; continuer");
        assertThat(invited("en").get(0).get("").body()).contains("Hello Zoë");
    }

    @Test
    void the_reader_s_library_is_served_as_a_script() {
        Browser browser = new Browser(port, "fr");

        for (String file : List.of("pdf.min.mjs", "pdf.worker.min.mjs")) {
            HttpResponse<String> script = browser.get("/webjars/pdfjs-dist/5.4.624/legacy/build/" + file);
            assertThat(script.statusCode()).isEqualTo(200);
            assertThat(script.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/javascript");
        }
    }
}
