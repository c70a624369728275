package org.alternat.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.alternat.testing.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class StaffDoorsTest extends StaffFixture {

    @Autowired
    FirstOrganiser firstOrganiser;

    @Autowired
    JdbcClient jdbc;

    @Test
    void reading_the_set_up_link_changes_nothing_and_using_it_ends_it() {
        String path = invitations.offerFirst().getPath();
        Browser scanner = browser();
        for (int i = 0; i < 20; i++) {
            scanner.get(path);
            scanner.send("HEAD", path);
        }
        Browser browser = browser();
        Authenticator phone = Authenticator.reading(browser.get(path).body());

        HttpResponse<String> first = setUp(browser, path, "first@example.org", phone.code(clock));
        HttpResponse<String> second = setUp(browser, path, "second@example.org", phone.code(clock));

        assertThat(first.headers().firstValue("Location")).hasValue("/");
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(accounts.credentials("second@example.org")).isEmpty();
    }

    @Test
    void used_old_and_invented_links_look_the_same() {
        String old = invitations.offerFirst().getPath();
        clock.forward(StaffInvitations.FIRST_VALID);
        String replaced = invitations.offerFirst().getPath();
        invitations.offerFirst();

        assertThat(browser().get(old).statusCode()).isEqualTo(404);
        assertThat(plain(browser().get(old)))
                .isEqualTo(plain(browser().get(replaced)))
                .isEqualTo(plain(browser().get("/setup/" + "A".repeat(43))));
    }

    @Test
    void a_wrong_code_or_a_short_password_leaves_the_link_good() {
        String path = invitations.offerFirst().getPath();
        Browser browser = browser();
        Authenticator phone = Authenticator.reading(browser.get(path).body());
        String code = phone.code(clock);

        assertThat(setUp(browser, path, "careful@example.org", code.equals("000000") ? "000001" : "000000")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(
                                path,
                                "name",
                                "Z",
                                "email",
                                "careful@example.org",
                                "locale",
                                "en",
                                "password",
                                "too short",
                                "code",
                                code)
                        .statusCode())
                .isEqualTo(422);
        assertThat(setUp(browser, path, "careful@example.org", code).statusCode())
                .isEqualTo(302);
    }

    @Test
    void the_first_organisers_link_lies_in_a_private_file_until_somebody_has_an_account() throws Exception {
        jdbc.sql("delete from staff_session").update();
        jdbc.sql("delete from api_token").update();
        jdbc.sql("delete from staff_invitation").update();
        jdbc.sql("delete from staff").update();
        firstOrganiser.invite();
        Path file = HOME.resolve("first-organiser.url");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(HOME.resolve("keys/staff-secrets.key"))))
                .isEqualTo("rw-------");
        String link = Files.readString(file).strip();
        assertThat(link).startsWith("http://localhost:" + port + "/setup/");

        Browser browser = browser();
        String path = link.substring(link.indexOf("/setup/"));
        Authenticator phone = Authenticator.reading(browser.get(path).body());
        setUp(browser, path, "very-first@example.org", phone.code(clock));

        assertThat(file).doesNotExist();
        firstOrganiser.invite();
        assertThat(file).doesNotExist();
    }

    @Test
    void password_and_code_together_open_the_door_in_any_letter_case_of_the_address() {
        Person zoe = somebody("zoe@example.org");
        Browser browser = browser();

        HttpResponse<String> answer =
                logIn(browser, "ZOE@Example.org", PASSWORD, zoe.phone().code(clock));

        assertThat(answer.headers().firstValue("Location")).hasValue("/");
        assertThat(browser.get("/").headers().firstValue("Location")).hasValue("/declarations");
        assertThat(answer.headers().allValues("Set-Cookie").toString()).contains("staff=", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void wrong_unknown_disabled_and_locked_get_the_same_answer() {
        Person known = somebody("known@example.org");
        Person gone = somebody("gone@example.org");
        accounts.disable(member(gone).staffId(), member(known));
        String code = known.phone().code(clock);
        String wrongCode = code.equals("123456") ? "654321" : "123456";

        String wrongPassword = plain(logIn(browser(), "known@example.org", "not the password", code));
        String wrongTotp = plain(logIn(browser(), "known@example.org", PASSWORD, wrongCode));
        String unknown = plain(logIn(browser(), "nobody@example.org", PASSWORD, code));
        String disabled = plain(
                logIn(browser(), "gone@example.org", PASSWORD, gone.phone().code(clock)));
        for (int i = 0; i < StaffLogIn.PER_ACCOUNT; i++) {
            logIn(browser(), "known@example.org", "not the password", code);
        }
        HttpResponse<String> locked = logIn(browser(), "known@example.org", PASSWORD, code);

        assertThat(locked.statusCode()).isEqualTo(422);
        assertThat(plain(locked))
                .contains("quinze minutes")
                .isEqualTo(wrongPassword)
                .isEqualTo(wrongTotp)
                .isEqualTo(unknown)
                .isEqualTo(disabled);
        clock.forward(StaffLogIn.WINDOW);
        assertThat(logIn(browser(), "known@example.org", PASSWORD, known.phone().code(clock))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void many_accounts_tried_from_one_network_are_stopped_too() {
        Person guest = somebody("guest@example.org");
        for (int i = 0; i < StaffLogIn.PER_ADDRESS; i++) {
            Browser attacker = browser().from("2001:db8:0:7::" + Integer.toHexString(i));
            logIn(attacker, "guess" + i + "@example.org", "x", "000000");
        }

        assertThat(logIn(
                                browser().from("2001:db8:0:7:1::"),
                                "guest@example.org",
                                PASSWORD,
                                guest.phone().code(clock))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_wanted_page_whose_address_nobody_can_read_is_no_obstacle_to_the_log_in() {
        Person zoe = somebody("unreadable@example.org");

        assertThat(afterTheLogIn(zoe, "/tokens?share=100")).hasValue("/tokens?share=100");
        clock.forward(Duration.ofMinutes(1));
        assertThat(afterTheLogIn(zoe, "/tokens?share=100%")).hasValue("/");
    }

    private Optional<String> afterTheLogIn(Person person, String wanted) {
        Browser browser = browser();
        HttpCookie cookie = new HttpCookie(
                "REDIRECT_URI", Base64.getEncoder().encodeToString(wanted.getBytes(StandardCharsets.UTF_8)));
        cookie.setPath("/");
        cookie.setVersion(0); // as browsers write it, without quotation marks
        browser.addCookie(cookie);
        return logIn(browser, person.email(), PASSWORD, person.phone().code(clock))
                .headers()
                .firstValue("Location");
    }

    @Test
    void what_somebody_invited_ends_with_their_own_access() {
        Person stays = somebody("stays@example.org");
        Person leaves = somebody("leaves@example.org");
        leaves.browser().get("/staff");
        leaves.browser().post("/staff", "email", "other.self@example.org", "roles", "ORGANISER", "locale", "fr-BE");
        String path = Outbox.linkTo(HOME, "other.self@example.org");
        Browser browser = browser();
        Authenticator phone = Authenticator.reading(browser.get(path).body());

        accounts.disable(member(leaves).staffId(), member(stays));

        assertThat(setUp(browser, path, "other.self@example.org", phone.code(clock))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        assertThat(accounts.credentials("other.self@example.org")).isEmpty();
    }

    @Test
    void a_code_that_was_used_is_spent() {
        Person zoe = somebody("replay@example.org");
        String code = zoe.phone().code(clock);

        assertThat(logIn(browser(), "replay@example.org", PASSWORD, code).statusCode())
                .isEqualTo(302);
        assertThat(logIn(browser(), "replay@example.org", PASSWORD, code).statusCode())
                .isEqualTo(422);
        clock.forward(Duration.ofSeconds(30));
        assertThat(logIn(browser(), "replay@example.org", PASSWORD, zoe.phone().code(clock))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_session_planted_before_the_log_in_is_worth_nothing_after_it() {
        Person victim = somebody("victim@example.org");
        Browser browser = browser();
        HttpCookie planted = new HttpCookie("staff", "A".repeat(43));
        planted.setPath("/");
        browser.addCookie(planted);

        logIn(browser, "victim@example.org", PASSWORD, victim.phone().code(clock));

        assertThat(browser.cookie("staff").orElseThrow().getValue()).isNotEqualTo("A".repeat(43));
        Browser attacker = browser();
        attacker.addCookie(planted);
        assertThat(attacker.get("/tokens").headers().firstValue("Location")).hasValue("/login");
    }

    @Test
    void a_session_ends_at_log_out_after_a_quiet_while_and_with_the_account() {
        Person leaver = somebody("leaver@example.org");
        HttpCookie kept = leaver.browser().cookie("staff").orElseThrow();
        leaver.browser().get("/tokens");
        leaver.browser().post("/logout");
        leaver.browser().addCookie(kept);
        Person idler = somebody("idler@example.org");
        Person fired = somebody("fired@example.org");

        assertThat(leaver.browser().get("/tokens").statusCode()).isEqualTo(302);
        assertThat(fired.browser().get("/tokens").statusCode()).isEqualTo(200);
        accounts.disable(member(fired).staffId(), member(idler));
        assertThat(fired.browser().get("/tokens").statusCode()).isEqualTo(302);
        clock.forward(StaffSessions.IDLE);
        assertThat(idler.browser().get("/tokens").statusCode()).isEqualTo(302);
    }

    @Test
    void the_last_organiser_stays() {
        Person last = somebody("last@example.org");
        jdbc.sql("update staff set disabled_at = created_at where email_key <> 'last@example.org'")
                .update();
        last.browser().get("/staff");

        HttpResponse<String> answer =
                last.browser().post("/staff/" + member(last).staffId() + "/disable");

        assertThat(answer.body()).contains("ne peut pas être désactivé");
        assertThat(last.browser().get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void after_the_log_in_the_wanted_page_opens_and_a_forged_one_does_not() {
        Person zoe = somebody("wanted@example.org");
        Browser browser = browser();
        browser.get("/tokens?a=b");
        assertThat(logIn(browser, "wanted@example.org", PASSWORD, zoe.phone().code(clock))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/tokens?a=b");

        clock.forward(Duration.ofMinutes(1));
        Browser lured = browser();
        HttpCookie forged = new HttpCookie(
                "REDIRECT_URI", Base64.getEncoder().encodeToString("//evil.example/".getBytes(StandardCharsets.UTF_8)));
        forged.setPath("/");
        forged.setVersion(0); // as browsers write it, without quotation marks
        lured.addCookie(forged);
        assertThat(logIn(lured, "wanted@example.org", PASSWORD, zoe.phone().code(clock))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith("/")
                .doesNotStartWith("//");
    }

    @Test
    void an_invitation_goes_by_mail_and_its_link_is_shown_to_nobody_else() {
        Person organiser = somebody("inviter@example.org");
        organiser.browser().get("/staff");

        HttpResponse<String> answer = organiser
                .browser()
                .post("/staff", "email", "archives@example.org", "roles", "ARCHIVIST", "locale", "nl-BE");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("archives@example.org").doesNotContain("/setup/");
        assertThat(browser().get(Outbox.linkTo(HOME, "archives@example.org")).body())
                .contains("value=\"archives@example.org\"");
    }

    @Test
    void a_lost_key_file_stops_the_start_instead_of_every_log_in(@TempDir Path elsewhere) {
        somebody("keyed@example.org");

        assertThatThrownBy(() -> new StaffSecrets(elsewhere, jdbc, new SecureRandom()))
                .hasMessageContaining("staff-secrets.key")
                .hasMessageContaining("alternat.home");
    }

    private StaffMember member(Person person) {
        return accounts.credentials(person.email()).orElseThrow().member();
    }

    private static String plain(HttpResponse<String> page) {
        return page.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("value=\"[a-z]+@example.org\"", "");
    }
}
