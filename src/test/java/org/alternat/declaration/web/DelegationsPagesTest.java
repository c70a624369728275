package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Locale;
import org.alternat.declaration.Delegations;
import org.alternat.declaration.Person;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What an organiser decides about a delegation, by the board and by the API. */
class DelegationsPagesTest extends OrganiserVisits {

    @Autowired
    Delegations delegations;

    DeclarationId id;
    Signatory zoe;
    String page;
    String api;

    @BeforeEach
    void zoe_has_named_paul() {
        id = circulatingDeclarationOfTwo();
        zoe = zoe(id);
        Person paul = new Person(
                "Paul", "Martin", "Directeur", new EmailAddress("paul@example.org"), Locale.forLanguageTag("fr-BE"));
        transaction.executeWithoutResult(status -> delegations.ask(signatories.locked(zoe.id()), paul));
        page = "/declarations/" + id;
        api = "/api/v1" + page;
    }

    @ParameterizedTest
    @CsvSource({
        "fr,    Une délégation attend votre décision,  'Signature confiée à Paul Martin, Directeur', demander votre accord",
        "nl-BE, Eén delegatie wacht op uw beslissing,  'over te laten aan Paul Martin, Directeur',   telkens uw akkoord",
        "en,    One delegation awaits your decision,   'To be signed by Paul Martin, Directeur',     ask for your agreement"
    })
    void the_board_shows_who_named_whom(String language, String heading, String whom, String rule) {
        assertThat(body(get(page, language))).contains(heading, "Zoë D’Hondt 0", whom, "paul@example.org", rule);
    }

    @Test
    void once_confirmed_the_board_shows_for_whom_the_delegate_signs() {
        assertThat(post(page + "/signatories/" + zoe.id() + "/delegation", "number", "1"))
                .hasStatus(302)
                .hasRedirectedUrl(page + "?done=delegated");

        assertThat(body(get(page + "?done=delegated", "en")))
                .contains("Paul Martin", "for Zoë D’Hondt 0", "The delegation is confirmed")
                .doesNotContain("awaits your decision");
    }

    @Test
    void once_declined_the_place_stays_and_a_second_decision_is_told_off() {
        String decline = page + "/signatories/" + zoe.id() + "/delegation-refusal";

        assertThat(post(decline, "number", "1")).hasStatus(302).hasRedirectedUrl(page + "?done=delegation_declined");

        assertThat(body(get(page, "en"))).contains("Zoë D’Hondt 0").doesNotContain("awaits your decision");
        MvcTestResult again = post(decline, "number", "1");
        assertThat(again).hasStatus(409);
        assertThat(body(again)).contains("no longer awaits a decision");
        assertThat(post(decline, "number", "x")).hasStatus(400);
    }

    @Test
    void the_rule_is_chosen_on_the_draft_and_on_the_board() {
        DeclarationId draft = declarations.draft(TestDeclarations.ofRounds(1), organiser);
        for (DeclarationId chosen : new DeclarationId[] {draft, id}) {
            String path = "/declarations/" + chosen;
            String shown = chosen.equals(draft) ? path + "/rules" : path;
            assertThat(body(get(shown, "en"))).contains("value=\"CONFIRM\" selected");

            assertThat(post(path + "/delegation", "delegation", "ALLOW")).hasStatus(302);

            assertThat(body(get(shown, "en"))).contains("value=\"ALLOW\" selected");
        }
        assertThat(post(page + "/delegation", "delegation", "DANCE")).hasStatus(400);
    }

    @Test
    void a_program_lists_and_decides_in_the_same_words() {
        assertThat(mvc.get().uri(api + "/delegations").with(as(organiser)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].familyName")
                .isEqualTo("Martin");
        String wish = api + "/signatories/" + zoe.id() + "/delegations/1";

        assertThat(sendJson(wish + "/confirmation", ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.parties[0].signatories[0].onBehalfOf")
                .isEqualTo("Zoë D’Hondt 0");

        assertThat(sendJson(wish + "/refusal", ""))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("NOTHING_TO_DECIDE");
        assertThat(sendJson(api + "/delegation", "{\"delegation\": \"ALLOW\"}")).hasStatusOk();
        assertThat(sendJson(api + "/delegation", "{}")).hasStatus(400);
    }

    @Test
    void whoever_does_not_organise_it_decides_nothing() {
        for (String path : new String[] {
            page + "/signatories/" + zoe.id() + "/delegation",
            api + "/signatories/" + zoe.id() + "/delegations/1/refusal"
        }) {
            assertThat(mvc.post()
                            .uri(path)
                            .param("number", "1")
                            .with(as(stranger))
                            .with(csrf()))
                    .hasStatus(404);
        }
        assertThat(delegations.undecided(id)).hasSize(1);
    }
}
