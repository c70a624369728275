package org.alternat.invitation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.StaffIdentity;
import org.alternat.signing.web.SigningPages;
import org.alternat.testing.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/** The letters of a declaration on a page of its organiser, and where the link of a test letter leads. */
class LettersPagesTest extends SigningPages {

    @Autowired
    WebApplicationContext context;

    MockMvcTester mvc;
    Person person;
    String page;

    @BeforeEach
    void a_declaration_with_letters() {
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        person = invited("nl-BE").get(0);
        page = "/declarations/" + signatories.get(person.id()).declarationId() + "/letters";
    }

    @ParameterizedTest
    @CsvSource({
        "fr, L’invitation, Néerlandais (Belgique)",
        "nl, De uitnodiging, Nederlands (België)",
        "en, The invitation, Dutch (Belgium)"
    })
    void the_page_speaks_the_organiser_s_language_and_the_letter_its_reader_s(
            String language, String invitation, String reader) {
        MvcTestResult seen = mvc.get()
                .uri(page)
                .header("Accept-Language", language)
                .with(as(organiser))
                .exchange();

        assertThat(seen).hasStatusOk();
        assertThat(body(seen))
                .contains(invitation, reader, page + "/" + person.id() + "/invitation", "/test-letter")
                .contains("ondertekenen")
                .doesNotContain("/s/");
    }

    @Test
    void the_letter_itself_runs_nothing_fetches_nothing_and_stands_in_no_stranger_s_page() {
        MvcTestResult letter = mvc.get()
                .uri(page + "/" + person.id() + "/invitation")
                .with(as(organiser))
                .exchange();

        assertThat(letter)
                .hasStatusOk()
                .hasHeader(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'");
        assertThat(body(letter)).contains("lang=\"nl-BE\"", "/test-letter").doesNotContain("<script", "/s/");
    }

    @Test
    void whoever_does_not_organise_it_reads_and_sends_nothing() {
        StaffIdentity stranger = TestDeclarations.organiser("Bert");
        String letter = page + "/" + person.id() + "/invitation";

        assertThat(mvc.get().uri(page).with(as(stranger))).hasStatus(404);
        assertThat(mvc.get().uri(letter).with(as(stranger))).hasStatus(404);
        assertThat(mvc.get().uri(page)).hasStatus(302);
        assertThat(send(person.id().toString(), stranger)).hasStatus(404);
        assertThat(send("00000000-0000-4000-8000-000000000000", organiser)).hasStatus(404);
        assertThat(mvc.get().uri(page + "/" + person.id() + "/signing-code").with(as(organiser)))
                .hasStatus(404);
    }

    @Test
    void a_test_letter_leaves_until_there_were_ten_within_the_hour() {
        for (int letter = 1; letter <= 10; letter++) {
            assertThat(send(person.id().toString(), organiser))
                    .hasRedirectedUrl(page + "?done=sent&reader=" + person.id());
        }

        MvcTestResult refused = send(person.id().toString(), organiser);

        assertThat(refused).hasStatus(429);
        assertThat(body(refused)).contains("ten test letters within the hour");
    }

    @Test
    void the_link_of_a_test_letter_leads_to_an_explanation_for_anybody() {
        assertThat(new Browser(port, "fr").get("/test-letter").body())
                .contains("C’était un courriel d’essai", "rien à signer");
        assertThat(new Browser(port, "nl").get("/test-letter").body()).contains("Dit was een testmail");
    }

    private MvcTestResult send(String reader, StaffIdentity by) {
        return mvc.post()
                .uri(page)
                .param("reader", reader)
                .header("Accept-Language", "en")
                .with(as(by))
                .with(csrf())
                .exchange();
    }

    private static RequestPostProcessor as(StaffIdentity staff) {
        return authentication(new TestingAuthenticationToken(staff, "", "ROLE_ORGANISER"));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
