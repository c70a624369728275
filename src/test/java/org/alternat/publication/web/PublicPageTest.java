package org.alternat.publication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.declaration.UnknownDeclarationException;
import org.alternat.document.Revisions;
import org.alternat.publication.Publications;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.Sha256;
import org.alternat.signing.web.SigningPages;
import org.alternat.testing.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After the embargo anybody reads the declaration, and who agreed to be named; before, there is nothing. */
class PublicPageTest extends SigningPages {

    @Autowired
    Publications publications;

    @Autowired
    Revisions revisions;

    @Autowired
    AuditTrail audit;

    Browser visitor;

    @BeforeEach
    void a_visitor() {
        visitor = new Browser(port, "en");
    }

    @Test
    void before_the_embargo_is_over_the_page_is_that_of_a_declaration_that_never_was() {
        List<Person> people = people("Anne");
        signing(people.get(0), "true");
        DeclarationId id = archived(people);
        String unknown = visitor.get("/declarations/ALT-1999-0001").body();

        assertThat(visitor.get(page(id)).statusCode()).isEqualTo(404);
        assertThat(visitor.get(page(id)).body()).isEqualTo(unknown);
        publications.publish(id, clock.instant().plus(Duration.ofHours(1)), organiser);
        HttpResponse<String> early = visitor.get(page(id));
        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(early.body()).isEqualTo(unknown);
        assertThat(early.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(visitor.get(page(id) + "/declaration.pdf").statusCode()).isEqualTo(404);
        assertThat(visitor.get(page(id) + "/text.pdf").statusCode()).isEqualTo(404);

        clock.forward(Duration.ofHours(1));
        assertThat(visitor.get(page(id)).statusCode()).isEqualTo(200);
        publications.retract(id, organiser);
        assertThat(visitor.get(page(id)).statusCode()).isEqualTo(404);
    }

    @Test
    void only_who_agreed_is_named_and_the_signed_document_waits_for_everybody_s_agreement() {
        List<Person> people = people("Anne", "Bruno");
        signing(people.get(0), "true");
        signing(people.get(1), "false");
        DeclarationId id = archived(people);
        publications.publish(id, clock.instant(), organiser);

        HttpResponse<String> answer = visitor.get(page(id));

        assertThat(answer.body())
                .contains("Déclaration commune Europe–Québec", "Parti d’Anne", "Parti d’Bruno")
                .contains(
                        "The French and Dutch texts are equally authentic; should they diverge, the French text prevails.")
                .contains("The English text is a translation for information.", "from page 6")
                .contains("Anne D’Hondt", "One person who signed is not named here.")
                .contains(revisions.head(id).orElseThrow().sha256().hex())
                .doesNotContain("Bruno D’Hondt", "@example.org", "/declaration.pdf");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=300, private");
        assertThat(answer.headers().allValues("Vary").toString())
                .containsIgnoringCase("Accept-Language")
                .containsIgnoringCase("Cookie");
        assertThat(visitor.get(page(id) + "/declaration.pdf").statusCode()).isEqualTo(404);
        assertThat(Sha256.of(visitor.getBytes(page(id) + "/text.pdf")))
                .isEqualTo(declarations.get(id).textSha256());
        assertThat(new Browser(port, "nl").get(page(id)).body()).contains("Anne D’Hondt", "Eén ondertekenaar");
    }

    @Test
    void when_everybody_agreed_the_signed_document_is_there_byte_for_byte() {
        List<Person> people = people("Anne");
        signing(people.get(0), "true");
        DeclarationId id = archived(people);
        publications.publish(id, clock.instant(), organiser);

        assertThat(visitor.get(page(id)).body()).contains(page(id) + "/declaration.pdf", "Anne D’Hondt");
        assertThat(Sha256.of(visitor.getBytes(page(id) + "/declaration.pdf")))
                .isEqualTo(revisions.head(id).orElseThrow().sha256());
        HttpResponse<String> file = visitor.get(page(id) + "/text.pdf");
        assertThat(file.headers().firstValue("Cache-Control")).contains("max-age=300, public");
        assertThat(file.headers().firstValue("ETag"))
                .contains("\"" + declarations.get(id).textSha256().hex() + "\"");
    }

    @Test
    void the_box_is_not_ticked_is_not_required_and_the_answer_can_be_taken_back() {
        List<Person> people = people("Anne");
        Person anne = people.get(0).proved().read();
        assertThat(anne.get("/document").body())
                .containsPattern("<input type=\"checkbox\" name=\"listed\" value=\"true\" autocomplete=\"off\"\\s+aria")
                .contains("I agree to be named on the public page");

        anne.post("/signature", "read", "true", "listed", "true");
        assertThat(anne.get("/done").body()).contains("Do not name me");
        anne.post("/listing", "listed", "false");
        assertThat(anne.get("/done").body()).contains("Name me on it");

        DeclarationId id = archived(people);
        assertThat(audit.entries(id))
                .extracting(entry -> entry.event().type())
                .containsSubsequence(
                        AuditEventType.CONSENT_GIVEN, AuditEventType.LISTING_AGREED, AuditEventType.LISTING_WITHDRAWN);
        publications.publish(id, Instant.EPOCH, organiser);
        assertThat(visitor.get(page(id)).body()).doesNotContain("Anne D’Hondt");
    }

    @Test
    void only_its_organiser_publishes_a_declaration_and_never_one_that_was_withdrawn() {
        DeclarationId id = declarationOf(people("Anne").get(0));

        assertThatThrownBy(() -> publications.publish(id, clock.instant(), TestDeclarations.organiser("Else")))
                .isInstanceOf(UnknownDeclarationException.class);
        assertThat(publications.publish(id, clock.instant(), organiser)).isTrue();
        assertThat(visitor.get(page(id)).statusCode()).as("not sealed").isEqualTo(404);
        assertThat(visitor.get("/declarations/" + id + "/publication")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login");
        declarations.withdraw(id, "Une erreur.", organiser);
        assertThat(publications.publish(id, Instant.EPOCH, organiser)).isFalse();
    }

    private List<Person> people(String... given) {
        return circulating(java.util.Arrays.stream(given)
                .map(name -> new NewParty("Europe", "Parti d’" + name, "Wallonie", null, List.of(signatory(name))))
                .toList());
    }

    private static NewSignatory signatory(String given) {
        return new NewSignatory(
                given,
                "D’Hondt",
                "Secrétaire générale",
                new EmailAddress(given.toLowerCase(Locale.ROOT) + System.nanoTime() + "@example.org"),
                Locale.ENGLISH,
                1);
    }

    private static void signing(Person person, String listed) {
        person.proved().read().post("/signature", "read", "true", "listed", listed);
    }

    private DeclarationId archived(List<Person> people) {
        DeclarationId id = declarationOf(people.get(0));
        eventually(() -> declarations.get(id).state() == DeclarationState.ARCHIVED);
        return id;
    }

    private String page(DeclarationId id) {
        return "/declarations/" + declarations.get(id).reference();
    }
}
