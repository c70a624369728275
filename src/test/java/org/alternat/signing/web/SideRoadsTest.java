package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.ChangeRequests;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.Pauses;
import org.alternat.declaration.Prolongations;
import org.alternat.declaration.Replacements;
import org.alternat.declaration.SignatoryState;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.testing.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The side roads with everything real: pages, letters, the process and the document. */
class SideRoadsTest extends SigningPages {

    private static final org.alternat.declaration.Person AIMEE = new org.alternat.declaration.Person(
            "Aimée",
            "Tremblay",
            "Directrice générale",
            new EmailAddress("aimee@tiess.example.org"),
            Locale.forLanguageTag("fr-CA"));

    @Autowired
    Replacements replacements;

    @Autowired
    Prolongations prolongations;

    @Autowired
    ChangeRequests changes;

    @Autowired
    Pauses pauses;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail audit;

    @Test
    void a_replaced_person_s_link_is_dead_and_the_new_one_s_lives_and_signs_in_the_same_field() {
        Person zoe = invited("fr-FR").get(0);
        zoe.proved().read();

        assertThat(replacements.replace(declarationOf(zoe), zoe.id(), AIMEE, organiser))
                .isEqualTo(MoveOutcome.DONE);

        assertThat(zoe.get("").statusCode()).isEqualTo(404);
        assertThat(zoe.sign().statusCode()).isEqualTo(404);
        eventually(zoe, SignatoryState.INVITED);
        Person aimee = again(zoe);
        assertThat(aimee.get("").body()).contains("Aimée").doesNotContain("Zoë");
        aimee.proved().read().sign();
        eventually(aimee, SignatoryState.SIGNED);
        assertThat(audit.entries(declarationOf(zoe)))
                .filteredOn(entry -> entry.event().type() == AuditEventType.PERSON_REPLACED)
                .hasSize(1);
    }

    @Test
    void a_prolonged_deadline_is_told_in_both_cities_hours_and_the_earlier_link_still_works() {
        Person aimee = invited("fr-CA").get(0);
        DeclarationId id = declarationOf(aimee);

        prolongations.prolong(id, clock.instant().plus(Duration.ofDays(40)), organiser);

        String letter = eventualLetter("prolongation", aimee);
        assertThat(letter).contains("à Paris", "à Montréal");
        aimee.proved().read().sign();
        eventually(aimee, SignatoryState.SIGNED);
    }

    @Test
    void nobody_reads_or_signs_during_a_pause_and_the_same_link_goes_on_after_it() {
        Person zoe = invited("fr-FR").get(0);
        DeclarationId id = declarationOf(zoe);
        zoe.proved().read();

        assertThat(pauses.pause(id, organiser)).isEqualTo(MoveOutcome.DONE);

        assertThat(zoe.get("").body()).contains("La circulation est suspendue");
        HttpResponse<String> signed = zoe.sign();
        assertThat(signed.statusCode()).isEqualTo(409);
        assertThat(signed.body()).contains("La circulation est suspendue");
        assertThat(zoe.post("/refusal").statusCode()).isEqualTo(409);
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
        pauses.resume(id, organiser);
        assertThat(eventualLetter("resumption", zoe)).contains("Après une suspension");
        zoe.read().sign();
        eventually(zoe, SignatoryState.SIGNED);
    }

    @Test
    void an_expired_link_gets_a_fresh_one_by_one_press_to_the_same_address() {
        Person zoe = invited("fr-FR").get(0);
        expire(zoe);
        assertThat(zoe.get("").body()).contains("Envoyez-moi un nouveau lien");

        HttpResponse<String> asked = zoe.post("/fresh-link");

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("Consultez votre messagerie").doesNotContain("Zoë", TITLE, "example.org");
        Person again = fresh(zoe, eventualLetter("fresh-link", zoe));
        again.proved().read().sign();
        eventually(again, SignatoryState.SIGNED);
    }

    @Test
    void whoever_presses_for_an_unknown_link_sees_the_same_and_nobody_is_written_to() {
        Person zoe = invited("fr-FR").get(0);
        replacements.replace(declarationOf(zoe), zoe.id(), AIMEE, organiser);
        eventually(zoe, SignatoryState.INVITED);
        long letters = outbox.list().stream()
                .filter(letter -> letter.kind().equals("fresh-link"))
                .count();

        assertThat(zoe.get("").statusCode()).isEqualTo(404);
        HttpResponse<String> ofAReplacedPerson = zoe.post("/fresh-link");
        HttpResponse<String> ofNobody = zoe.browser().post("/s/x/fresh-link");

        assertThat(ofNobody.statusCode())
                .isEqualTo(ofAReplacedPerson.statusCode())
                .isEqualTo(200);
        assertThat(ofNobody.body()).isEqualTo(ofAReplacedPerson.body());
        // Both questions have been settled once a third one, asked later, has been answered.
        Person other = invited("fr-FR").get(0);
        other.get("");
        expire(other);
        other.post("/fresh-link");
        eventualLetter("fresh-link", other);
        assertThat(outbox.list())
                .filteredOn(letter -> letter.kind().equals("fresh-link"))
                .hasSize((int) letters + 1);
    }

    @Test
    void one_network_that_presses_again_and_again_is_heard_no_more_and_everybody_else_is() {
        List<Person> both = invited("fr-FR", "fr-FR");
        both.forEach(this::expire);
        Browser greedy = new Browser(port, "fr").from("198.51.100.7");
        greedy.get(both.get(0).link());
        for (int i = 0; i < 60; i++) {
            assertThat(greedy.post("/s/x/fresh-link").statusCode()).isEqualTo(200);
        }

        assertThat(greedy.post(both.get(0).link() + "/fresh-link").statusCode()).isEqualTo(200);
        both.get(1).get("");
        both.get(1).post("/fresh-link");

        eventualLetter("fresh-link", both.get(1));
        assertThat(outbox.list())
                .filteredOn(letter -> letter.kind().equals("fresh-link"))
                .extracting(letter -> letter.toAddress())
                .doesNotContain(signatory(both.get(0)).email().value());
    }

    @Test
    void a_change_that_is_asked_for_reaches_the_organisers_and_leaves_the_invitation_open() {
        Person zoe = invited("fr-FR").get(0);
        DeclarationId id = declarationOf(zoe);
        zoe.proved();

        HttpResponse<String> asked = zoe.post("/change", "passage", "Art. 3", "content", "« s’efforcent » suffirait.");

        assertThat(location(asked)).isEqualTo(zoe.link() + "/change");
        assertThat(zoe.get("/change?sent=true").body()).contains("Votre demande a été envoyée");
        assertThat(changes.of(id)).singleElement().satisfies(wish -> assertThat(List.of(wish.passage(), wish.content()))
                .containsExactly("Art. 3", "« s’efforcent » suffirait."));
        eventually(() -> outbox.list().stream()
                .anyMatch(letter ->
                        letter.kind().equals("change-notice") && letter.text().contains("« s’efforcent » suffirait.")));
        assertThat(audit.entries(id))
                .filteredOn(entry -> entry.event().type() == AuditEventType.CHANGE_REQUESTED)
                .hasSize(1);
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
        zoe.read().sign();
        eventually(zoe, SignatoryState.SIGNED);
        assertThat(zoe.post("/change", "content", "Trop tard").statusCode()).isEqualTo(409);
        assertThat(changes.of(id)).hasSize(1);
    }

    @Test
    void a_request_without_words_or_with_too_many_is_refused_and_a_browser_without_a_code_asks_nothing() {
        Person zoe = invited("fr-FR").get(0);
        zoe.get("");
        HttpResponse<String> unproved = zoe.post("/change", "content", "Bonjour");
        assertThat(unproved.statusCode()).isEqualTo(403);
        assertThat(unproved.body()).contains("rien n’a été enregistré");
        zoe.proved();

        assertThat(zoe.post("/change", "content", " ").body()).contains("Veuillez écrire la modification");
        assertThat(zoe.post("/change", "content", "x".repeat(2001)).statusCode())
                .isEqualTo(422);
        for (int i = 0; i < ChangeRequests.MOST; i++) {
            assertThat(zoe.post("/change", "content", "Encore").statusCode()).isEqualTo(303);
        }
        HttpResponse<String> onceMore = zoe.post("/change", "content", "Encore");
        assertThat(onceMore.statusCode()).isEqualTo(422);
        assertThat(onceMore.body()).contains("autant de demandes qu’il est possible");
        assertThat(changes.of(declarationOf(zoe))).hasSize(ChangeRequests.MOST);
    }

    @Test
    void one_person_in_two_capacities_signs_twice() {
        List<Person> zoe = circulating(List.of(party("Fédération", "Présidente"), party("Coopérative", "Trésorière")));

        zoe.get(0).proved().read().sign();
        HttpResponse<String> other = zoe.get(1).get("");
        assertThat(other.body()).contains("Continuer");
        zoe.get(1).proved().read().sign();

        eventually(zoe.get(0), SignatoryState.SIGNED);
        eventually(zoe.get(1), SignatoryState.SIGNED);
        assertThat(signatory(zoe.get(0)).revision())
                .isNotEqualTo(signatory(zoe.get(1)).revision());
        assertThat(audit.entries(declarationOf(zoe.get(0))))
                .filteredOn(entry -> entry.event().type() == AuditEventType.CONSENT_GIVEN)
                .hasSize(2);
    }

    private static NewParty party(String name, String capacity) {
        return new NewParty(
                "Europe",
                name,
                "Wallonie",
                null,
                List.of(new NewSignatory(
                        "Zoë",
                        "D’Hondt",
                        capacity,
                        new EmailAddress("zoe.twice@example.org"),
                        Locale.forLanguageTag("fr-BE"),
                        1)));
    }

    private void expire(Person person) {
        jdbc.sql("update signing_link set expires_at = created_at where signatory_id = ?")
                .param(person.id().value())
                .update();
    }
}
