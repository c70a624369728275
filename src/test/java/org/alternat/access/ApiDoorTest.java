package org.alternat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApiDoorTest extends StaffFixture {

    static final Pattern TOKEN = Pattern.compile("alt_[A-Za-z0-9_-]{43}");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApiTokens tokens;

    @Test
    void a_token_speaks_for_its_owner_until_it_is_revoked() throws Exception {
        Person owner = somebody("owner@example.org");
        owner.browser().get("/tokens");
        String shown =
                owner.browser().post("/tokens", "name", "script", "days", "30").body();
        Matcher token = TOKEN.matcher(shown);
        assertThat(token.find()).isTrue();
        String bearer = token.group();

        assertThat(call(bearer, "GET", "/api/probe/me").body()).contains("Zoë D’Hondt");
        String listed = owner.browser().get("/tokens").body();
        assertThat(listed).contains("script").doesNotContain(bearer);
        assertThat(owner.browser().get("/tokens?lang=en").body()).containsPattern(">\\d{1,2} [A-Z][a-z]+ 20\\d\\d<");
        String id = revokePath(listed);
        assertThat(owner.browser().post(id).statusCode()).isEqualTo(302);
        assertProblem(call(bearer, "GET", "/api/probe/me"), 401);
    }

    @Test
    void a_token_dies_with_its_days_and_with_its_owners_account() throws Exception {
        Person owner = somebody("mortal@example.org");
        Person other = somebody("other@example.org");
        StaffMember member = member(owner);
        String aDay = tokens.issue(member, "a day", Duration.ofDays(1)).text();
        String aYear = tokens.issue(member, "a year", Duration.ofDays(365)).text();

        assertThat(call(aDay, "GET", "/api/probe/me").statusCode()).isEqualTo(200);
        clock.forward(Duration.ofDays(1));
        assertProblem(call(aDay, "GET", "/api/probe/me"), 401);
        assertThat(call(aYear, "GET", "/api/probe/me").statusCode()).isEqualTo(200);
        accounts.disable(member.staffId(), member(other));
        assertProblem(call(aYear, "GET", "/api/probe/me"), 401);
    }

    @Test
    void nobody_revokes_the_token_of_somebody_else() throws Exception {
        Person owner = somebody("mine@example.org");
        Person other = somebody("thief@example.org");
        String bearer = tokens.issue(member(owner), "mine", Duration.ofDays(9)).text();
        String id = tokens.of(member(owner).staffId()).get(0).id().toString();
        other.browser().get("/tokens");

        other.browser().post("/tokens/" + id + "/revoke");

        assertThat(call(bearer, "GET", "/api/probe/me").statusCode()).isEqualTo(200);
    }

    @Test
    void the_database_holds_no_usable_token() {
        Person owner = somebody("dump@example.org");
        String bearer =
                tokens.issue(member(owner), "dumped", Duration.ofDays(9)).text();

        String dump = jdbc.sql("select * from api_token").query().listOfRows().toString()
                + jdbc.sql("select * from staff_session").query().listOfRows();

        assertThat(dump)
                .contains("dumped")
                .doesNotContain(bearer)
                .doesNotContain(owner.browser().cookie("staff").orElseThrow().getValue());
    }

    @Test
    void a_log_in_in_the_browser_opens_nothing_here() throws Exception {
        Person owner = somebody("cookie@example.org");

        assertThat(owner.browser().get("/api/probe/me").statusCode()).isEqualTo(401);
    }

    @Test
    void every_refusal_is_a_problem_detail_in_the_callers_language() throws Exception {
        String bearer = tokens.issue(member(somebody("caller@example.org")), "all", Duration.ofDays(9))
                .text();

        HttpResponse<String> anonymous = call(null, "GET", "/api/probe/me");
        assertProblem(anonymous, 401);
        assertThat(anonymous.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertProblem(call("alt_" + "A".repeat(43), "GET", "/api/probe/me"), 401);
        assertProblem(call(bearer, "GET", "/api/probe/nobody"), 403);
        assertProblem(call(bearer, "GET", "/api/nothing"), 404);
        assertProblem(call(null, "GET", "/api/nothing"), 404);
        assertProblem(call(bearer, "DELETE", "/api/probe/me"), 405);
        assertProblem(send(bearer, "POST", "/api/probe/me", "application/json", "{"), 400);
        assertProblem(send(bearer, "POST", "/api/probe/me", "text/csv", "a,b"), 415);
        assertProblem(call(bearer, "GET", "/api/probe/failure"), 500);
        String upload = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n" + "x".repeat(4096)
                + "\r\n--b--\r\n";
        assertProblem(send(bearer, "POST", "/api/probe/me", "multipart/form-data; boundary=b", upload), 413);
        assertProblem(send(bearer, "POST", "/api/probe/me", "multipart/form-data", "x"), 400);
    }

    @Test
    void a_refusal_that_a_feature_has_worded_keeps_its_words() throws Exception {
        String bearer = tokens.issue(member(somebody("worded@example.org")), "all", Duration.ofDays(9))
                .text();

        HttpResponse<String> answer = call(bearer, "GET", "/api/probe/worded");

        assertProblem(answer, 409);
        assertThat(answer.body()).contains("Déjà diffusée.");
    }

    @Test
    void a_door_that_nobody_opened_is_not_there_even_with_a_controller_behind_it() throws Exception {
        String bearer = tokens.issue(member(somebody("finder@example.org")), "all", Duration.ofDays(9))
                .text();

        assertProblem(call(bearer, "GET", "/api/probe/forgotten"), 404);
        assertProblem(call(null, "GET", "/api/probe/forgotten"), 404);
    }

    private StaffMember member(Person person) {
        return accounts.credentials(person.email()).orElseThrow().member();
    }

    private static String revokePath(String page) {
        Matcher path = Pattern.compile("/tokens/[0-9a-f-]{36}/revoke").matcher(page);
        assertThat(path.find()).isTrue();
        return path.group();
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body())
                .contains("\"status\":" + status)
                .contains("\"detail\"")
                .doesNotContain("xception", "select secret", "org.", "at java");
        if (status == 404) {
            assertThat(answer.body()).contains("Op dit adres staat niets");
        }
    }

    private HttpResponse<String> call(String bearer, String method, String path)
            throws IOException, InterruptedException {
        return send(bearer, method, path, "application/json", "");
    }

    private HttpResponse<String> send(String bearer, String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", "nl-BE")
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
