package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.alternat.access.SigningSessions;
import org.alternat.declaration.DeclarationCompletion;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.Revisions;
import org.alternat.shared.EmailAddress;
import org.alternat.signing.Signing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** From the document to an answer, and everything that an answer can run into. */
class SignatoryJourneyTest extends SigningPages {

    @Autowired
    Revisions revisions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DeclarationCompletion completion;

    @Test
    void a_signatory_opens_the_link_enters_the_code_reads_ticks_and_signs() {
        Person zoe = invited("fr-BE", "nl-BE").get(0);

        assertThat(zoe.get("").body()).contains("Bonjour Zoë");
        assertThat(location(zoe.askForCode())).isEqualTo(zoe.link() + "/code");
        assertThat(zoe.get("/code").body()).contains("autocomplete=\"one-time-code\"", "z•••@example.org");
        String spaced = zoe.code().substring(0, 3) + " " + zoe.code().substring(3) + " ";
        assertThat(location(zoe.enter(spaced))).isEqualTo(zoe.link() + "/document");
        String page = zoe.get("/document").body();
        HttpResponse<String> pdf = zoe.get("/document.pdf");
        HttpResponse<String> signed = zoe.sign();
        eventually(zoe, SignatoryState.SIGNED);
        String done = zoe.get("/done").body();

        assertThat(page)
                .contains("Fédération de l’économie sociale n° 1", "Secrétaire générale", "Signer la déclaration")
                .contains("soit un seul facteur", "inconnue d’Adobe Acrobat")
                .doesNotContain("checked");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline");
        assertThat(signed.statusCode()).isEqualTo(303);
        assertThat(location(signed)).isEqualTo(zoe.link() + "/done");
        assertThat(done).contains("Vous avez signé", "1 sur 2 ont signé", "exemplaire définitif");
    }

    @Test
    void a_signature_that_takes_longer_is_told_as_recorded_and_not_as_signed() {
        Person zoe = invited("en", "en").get(0).proved().read();

        String meanwhile = transaction.execute(status -> {
            revisions.lock(signatory(zoe).declarationId());
            zoe.sign();
            return zoe.get("/done").body();
        });

        assertThat(meanwhile).contains("Your consent is recorded", "outcome").doesNotContain("You have signed");
        eventually(zoe, SignatoryState.SIGNED);
        assertThat(zoe.get("/done").body()).contains("You have signed", "1 of 2 have signed");
    }

    @Test
    void without_the_tick_nothing_is_signed() {
        Person zoe = invited("fr-FR").get(0).proved().read();

        HttpResponse<String> answer = zoe.post("/signature");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Cochez d’abord la case");
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
    }

    @Test
    void what_was_never_sent_to_this_browser_cannot_be_signed() {
        Person zoe = invited("fr-FR").get(0).proved();
        zoe.browser().send("HEAD", zoe.link() + "/document.pdf");

        HttpResponse<String> answer = zoe.sign();

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Ouvrez d’abord le document");
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
    }

    @Test
    void the_fingerprint_on_the_page_is_that_of_the_file_this_browser_received() {
        Person zoe = invited("fr-FR", "fr-FR").get(0).proved().read();
        String shown = revisions
                .head(signatory(zoe).declarationId())
                .orElseThrow()
                .sha256()
                .hex();

        String page = zoe.get("/document").body();

        assertThat(page).contains(shown, shown.substring(0, 8) + " … " + shown.substring(56));
    }

    @Test
    void nobody_signs_twice() {
        Person zoe = invited("fr-FR", "fr-FR").get(0).proved().read();
        zoe.sign();
        eventually(zoe, SignatoryState.SIGNED);
        Integer revision = signatory(zoe).revision();

        HttpResponse<String> again = zoe.sign();

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Vous avez signé");
        assertThat(signatory(zoe).revision()).isEqualTo(revision);
        assertThat(location(zoe.get("/document"))).isEqualTo(zoe.link() + "/done");
        assertThat(location(zoe.get("/refusal"))).isEqualTo(zoe.link());
    }

    @Test
    void a_refusal_is_kept_with_its_reason_and_cannot_be_turned_into_a_signature() {
        Person zoe = invited("nl-BE", "nl-BE").get(0).proved().read();

        assertThat(zoe.get("/refusal").body()).contains("Uw redenen (facultatief)");
        HttpResponse<String> refused = zoe.post("/refusal", "reason", " Geen mandaat.\r\n ");
        HttpResponse<String> signed = zoe.sign();
        Person elsewhere = zoe.elsewhere();
        elsewhere.browser().get("/login");

        assertThat(location(refused)).isEqualTo(zoe.link() + "/done");
        assertThat(zoe.get("/done").body()).contains("U hebt de ondertekening geweigerd");
        assertThat(signatory(zoe).refusalReason()).isEqualTo("Geen mandaat.");
        assertThat(signed.statusCode()).isEqualTo(409);
        assertThat(zoe.post("/refusal").statusCode()).isEqualTo(409);
        assertThat(elsewhere.post("/code").statusCode()).isEqualTo(409);
        assertThat(state(zoe)).isEqualTo(SignatoryState.REFUSED);
    }

    @Test
    void a_reason_that_is_too_long_is_given_back_whole() {
        Person zoe = invited("fr-FR").get(0).proved();
        String reason = "x".repeat(Signing.MAX_REASON + 1);

        HttpResponse<String> answer = zoe.post("/refusal", "reason", reason);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(reason, "trop long");
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
        assertThat(zoe.post("/refusal", "reason", "x\r\n".repeat(Signing.MAX_REASON / 2))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_withdrawn_declaration_takes_no_answer_and_shows_no_document() {
        Person zoe = invited("fr-FR").get(0).proved().read();
        declarations.withdraw(signatory(zoe).declarationId(), "Une erreur.", organiser);

        assertThat(zoe.sign().statusCode()).isEqualTo(409);
        assertThat(zoe.get("").body()).contains("La déclaration a été retirée");
        assertThat(location(zoe.get("/document.pdf"))).isEqualTo(zoe.link());
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
    }

    @Test
    void a_late_signatory_is_told_that_the_deadline_has_passed() {
        Person zoe = invited("fr-FR", "fr-FR").get(0).proved().read();
        transaction.executeWithoutResult(
                status -> signatories.expired(zoe.id(), clock.instant().plus(Duration.ofDays(21))));

        assertThat(zoe.sign().statusCode()).isEqualTo(409);
        assertThat(zoe.get("").body()).contains("Le délai est passé");
        assertThat(state(zoe)).isEqualTo(SignatoryState.EXPIRED);
    }

    @Test
    void the_deadline_is_kept_to_the_second_even_before_the_service_has_noticed_it() {
        Person zoe = invited("fr-FR", "fr-FR").get(0);
        clock.forward(Duration.ofDays(20).minusMinutes(30));
        zoe.proved().read();
        clock.forward(Duration.ofMinutes(30));

        assertThat(zoe.sign().statusCode()).isEqualTo(409);
        assertThat(zoe.post("/refusal").statusCode()).isEqualTo(409);
        assertThat(zoe.get("").body()).contains("Le délai est passé");
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
    }

    @Test
    void after_the_seal_the_link_says_so() {
        List<Person> both = invited("fr-FR", "fr-FR");
        both.get(0).proved().read().sign();
        eventually(both.get(0), SignatoryState.SIGNED);
        completion.sealed(signatory(both.get(0)).declarationId(), clock.instant());

        assertThat(both.get(0).get("").body()).contains("La déclaration est signée et scellée");
        assertThat(both.get(1).get("").body()).contains("La circulation est close");
    }

    @Test
    void an_access_that_has_run_out_signs_nothing_and_is_renewed_by_a_code() {
        Person zoe = invited("fr-FR", "fr-FR").get(0).proved().read();
        clock.forward(SigningSessions.SESSION_LIFETIME);

        HttpResponse<String> late = zoe.sign();

        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("rien n’a été enregistré");
        assertThat(location(zoe.get("/document"))).isEqualTo(zoe.link());
        assertThat(location(zoe.get("/document.pdf"))).isEqualTo(zoe.link());
        assertThat(location(zoe.proved().read().sign())).isEqualTo(zoe.link() + "/done");
    }

    @Test
    void one_person_in_two_capacities_answers_twice_in_one_browser() {
        EmailAddress mailbox = new EmailAddress("double@example.org");
        List<Person> both = circulating(List.of(party("ConcertES", mailbox), party("SAW-B", mailbox)));
        Person president = both.get(0).proved();
        Person treasurer = both.get(0).with(both.get(1)).proved();

        assertThat(president.get("/document").body()).contains(">ConcertES</dd>");
        assertThat(treasurer.get("/document").body()).contains(">SAW-B</dd>");
        president.read().sign();
        treasurer.post("/refusal");

        eventually(president, SignatoryState.SIGNED);
        assertThat(state(treasurer)).isEqualTo(SignatoryState.REFUSED);
    }

    @Test
    void no_level_is_claimed_that_the_evidence_does_not_carry() {
        for (String locale : List.of("fr-CA", "nl-BE", "en")) {
            String page =
                    invited(locale).get(0).proved().get("/document").body().toLowerCase(Locale.ROOT);

            assertThat(page)
                    .doesNotContain("avancée", "qualifiée", "geavanceerd", "gekwalificeerd", "advanced", "qualified");
        }
    }

    @Test
    void no_page_and_no_document_stays_behind_in_the_browser() {
        Person zoe = invited("fr-FR").get(0).proved();

        for (String page : List.of("", "/document", "/document.pdf", "/refusal")) {
            assertThat(zoe.get(page).headers().firstValue("Cache-Control").orElseThrow())
                    .as(page)
                    .contains("no-store");
            assertThat(zoe.get(page).headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
    }

    private static NewParty party(String name, EmailAddress mailbox) {
        return new NewParty(
                "Europe",
                name,
                "Wallonie",
                null,
                List.of(new NewSignatory("Zoë", "D’Hondt", "Présidente", mailbox, Locale.forLanguageTag("fr-BE"), 1)));
    }
}
