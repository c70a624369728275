package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.alternat.declaration.DelegationRule;
import org.alternat.declaration.Delegations;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody lets another person of the same party sign, with everything real: pages, letters, the process and the document. */
class DelegationTest extends SigningPages {

    @Autowired
    Delegations delegations;

    @Autowired
    Revisions revisions;

    @Test
    void where_it_is_allowed_the_delegate_is_invited_at_once_and_the_signature_bears_both_names() {
        Person zoe = invited("fr-FR").get(0);
        DeclarationId id = declarationOf(zoe);
        delegations.choose(id, DelegationRule.ALLOW, organiser);
        zoe.proved().read();
        assertThat(zoe.get("/document").body()).contains(zoe.link() + "/delegation");

        HttpResponse<String> done = names(zoe, "paul" + System.nanoTime() + "@example.org");

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("Paul Martin reçoit une invitation").doesNotContain("<form method=\"post\"");
        assertThat(zoe.get("").statusCode()).isEqualTo(404);
        assertThat(zoe.sign().statusCode()).isEqualTo(404);
        eventually(zoe, SignatoryState.INVITED);
        Person paul = again(zoe);
        assertThat(eventualLetter("invitation", paul)).contains("Zoë D’Hondt vous a désigné(e) pour signer à sa place");
        paul.proved().read();
        assertThat(paul.get("/document").body())
                .contains("À la place de", "Zoë D’Hondt")
                .doesNotContain("/delegation");
        paul.sign();
        eventually(paul, SignatoryState.SIGNED);
        assertThat(printed(id)).contains("Paul Martin, pour Zoë D’Hondt", "pour et au nom de");
        eventually(() -> letter("delegation-answer").contains("La signature de la déclaration"));
        eventually(() -> letter("delegation-notice").contains("Vous aviez accepté d’avance"));
    }

    @Test
    void otherwise_an_organiser_decides_and_the_invitation_stays_open_meanwhile() {
        Person zoe = invited("fr-FR").get(0);
        DeclarationId id = declarationOf(zoe);
        zoe.proved().read();

        HttpResponse<String> asked = names(zoe, "paul" + System.nanoTime() + "@example.org");

        assertThat(location(asked)).isEqualTo(zoe.link() + "/delegation");
        assertThat(zoe.get("/delegation?sent=true").body())
                .contains("Votre demande a été envoyée", "Paul Martin, Directeur", "pas encore prononcée");
        eventually(() -> letter("delegation-notice").contains("Veuillez accepter ou non"));
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);

        assertThat(delegations.decline(id, zoe.id(), 1, organiser)).isEqualTo(MoveOutcome.DONE);

        assertThat(eventualLetter("delegation-answer", zoe)).contains("n’a pas donné suite", "reste ouverte");
        zoe.sign();
        eventually(zoe, SignatoryState.SIGNED);
        assertThat(names(zoe, "paul@example.org").statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "fr-CA, Confier la signature,  Cette adresse est la vôtre,  Cette adresse électronique n’est pas valable",
        "nl-BE, aan iemand anders,     Dit adres is het uwe,        Dit is geen geldig e-mailadres",
        "en,    Let somebody else sign, This address is your own,   This is not a valid e-mail address"
    })
    void what_cannot_be_is_a_plain_sentence_in_the_signatory_s_language(
            String language, String title, String own, String faulty) {
        Person zoe = invited(language).get(0);
        zoe.get("");
        assertThat(names(zoe, "paul@example.org").statusCode()).isEqualTo(403);
        zoe.proved();

        assertThat(zoe.get("/delegation").body()).contains(title);
        HttpResponse<String> ownAddress = names(zoe, signatory(zoe).email().value());
        assertThat(ownAddress.statusCode()).isEqualTo(422);
        assertThat(ownAddress.body()).contains(own, "Martin");
        HttpResponse<String> noAddress = names(zoe, "paul");
        assertThat(noAddress.statusCode()).isEqualTo(422);
        assertThat(noAddress.body()).contains(faulty, "value=\"paul\"");
        assertThat(delegations.undecided(declarationOf(zoe))).isEmpty();
    }

    private static HttpResponse<String> names(Person who, String address) {
        return who.post(
                "/delegation",
                "givenName",
                "Paul",
                "familyName",
                "Martin",
                "capacity",
                "Directeur",
                "email",
                address,
                "locale",
                Locale.forLanguageTag("fr-FR").toLanguageTag());
    }

    private String letter(String kind) {
        return outbox.list().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .map(one -> one.text().replaceAll("[\\s\u00a0]+", " "))
                .orElse("");
    }

    /** What stands on the pages, the blocks of the signatures included. */
    private String printed(DeclarationId id) {
        try (PDDocument document = Loader.loadPDF(revisions.read(id).toByteArray())) {
            document.getDocumentCatalog().getAcroForm().flatten();
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
