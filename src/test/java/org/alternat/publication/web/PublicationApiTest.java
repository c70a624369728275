package org.alternat.publication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.time.Duration;
import java.util.List;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.alternat.signing.web.SigningPages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A program sets, moves and takes back the end of the embargo. */
class PublicationApiTest extends SigningPages {

    @Autowired
    WebApplicationContext service;

    private MockMvcTester mvc;
    private DeclarationId id;

    @BeforeEach
    void a_declaration_that_circulates() {
        mvc = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(service)
                .apply(springSecurity())
                .build());
        id = declarationOf(invited("fr-FR", "fr-CA").get(0));
    }

    @Test
    void the_embargo_is_set_with_an_offset_or_on_the_declaration_s_own_clock_and_taken_back() {
        assertThat(asked(get(path()), organiser))
                .bodyJson()
                .isLenientlyEqualTo("{\"from\": null, \"isPublic\": false, \"agreed\": 0, \"asked\": 2}");
        assertThat(asked(set("2026-11-28T14:00+01:00"), organiser))
                .bodyJson()
                .isLenientlyEqualTo("{\"from\": \"2026-11-28T13:00:00Z\", \"isPublic\": false}");
        assertThat(asked(set("2026-11-28T15:00"), organiser))
                .bodyJson()
                .isLenientlyEqualTo("{\"from\": \"2026-11-28T14:00:00Z\"}");
        assertThat(asked(get(path()), organiser))
                .bodyJson()
                .isLenientlyEqualTo("{\"from\": \"2026-11-28T14:00:00Z\", \"path\": \"/declarations/"
                        + declarations.get(id).reference() + "\"}");
        assertThat(asked(delete(path()), organiser)).bodyJson().isLenientlyEqualTo("{\"from\": null}");
    }

    @Test
    void what_cannot_be_read_and_what_was_withdrawn_is_refused_in_the_caller_s_language() {
        for (String wrong : List.of("", "tomorrow", "2026-11-31T12:00", "9999-01-01T00:00Z")) {
            assertThat(asked(set(wrong), organiser))
                    .hasStatus(422)
                    .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyText()
                    .contains("Vul een dag en een uur in");
        }
        assertThat(asked(put(path()).contentType(MediaType.APPLICATION_JSON).content("{\"from\": null}"), organiser))
                .hasStatus(422);
        assertThat(asked(put(path()).contentType(MediaType.APPLICATION_JSON).content("{"), organiser))
                .hasStatus(400);
        declarations.withdraw(id, "Une erreur.", organiser);
        assertThat(asked(set(clock.instant().plus(Duration.ofDays(1)).toString()), organiser))
                .hasStatus(409);
    }

    @Test
    void another_organiser_finds_nothing() {
        StaffIdentity other = TestDeclarations.organiser("Else");

        assertThat(asked(get(path()), other)).hasStatus(404);
        assertThat(asked(set("2026-11-28T14:00Z"), other)).hasStatus(404);
        assertThat(asked(delete(path()), other)).hasStatus(404);
    }

    private String path() {
        return "/api/v1/declarations/" + id + "/publication";
    }

    private MockHttpServletRequestBuilder set(String from) {
        return put(path()).contentType(MediaType.APPLICATION_JSON).content("{\"from\": \"" + from + "\"}");
    }

    private MvcTestResult asked(MockHttpServletRequestBuilder request, StaffIdentity by) {
        return mvc.perform(request.header("Accept-Language", "nl")
                .with(authentication(UsernamePasswordAuthenticationToken.authenticated(
                        by, null, List.of(new SimpleGrantedAuthority("ROLE_ORGANISER"))))));
    }
}
