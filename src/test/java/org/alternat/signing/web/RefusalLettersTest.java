package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.alternat.declaration.AfterRefusal;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.RefusalPolicy;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.SignatoryState;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who hears of a refusal, with everything real: pages, letters and the process. */
class RefusalLettersTest extends SigningPages {

    @Autowired
    RefusalPolicy policy;

    @Test
    void who_refuses_gets_a_receipt_and_who_has_signed_hears_nothing_while_the_circulation_goes_on() {
        List<Person> people = invited("fr-FR", "en");
        Person zoe = people.get(0);
        Person anne = people.get(1);
        zoe.proved().read().sign();
        eventually(zoe, SignatoryState.SIGNED);

        anne.proved().post("/refusal", "reason", "Our board has said no.");

        assertThat(eventualLetter("refusal-receipt", anne))
                .contains("Your negative answer", "has been recorded", "This answer is final")
                .doesNotContain("Our board has said no.");
        eventually(() -> letters("refusal-notice", declarationOf(anne)) == 1);
        assertThat(letters("refusal-announcement", declarationOf(anne))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ASK, La circulation est donc suspendue", "STOP, La circulation est donc close"})
    void where_it_stops_or_pauses_who_has_signed_is_told_the_party_and_not_the_reason(
            AfterRefusal chosen, String sentence) {
        List<Person> people = invited("fr-FR", "fr-CA", "en");
        Person zoe = people.get(0);
        Person aimee = people.get(1);
        DeclarationId id = declarationOf(zoe);
        policy.choose(id, chosen, organiser);
        zoe.proved().read().sign();
        eventually(zoe, SignatoryState.SIGNED);

        aimee.proved().post("/refusal", "reason", "Sans mandat.");

        assertThat(eventualAnnouncement(id))
                .contains("Une personne sollicitée pour TIESS", sentence)
                .doesNotContain("Sans mandat", "Aimée");
        eventually(() -> letters("refusal-receipt", id) == 1);
        assertThat(letters("refusal-announcement", id)).isEqualTo(1);
    }

    @Test
    void a_code_and_a_withdrawal_fit_what_an_approver_was_asked_for() {
        Person anne = circulating(
                        List.of(party("TIESS", SignatoryRole.SIGNATORY), party("CRESS", SignatoryRole.APPROVER)))
                .get(1);
        anne.proved();
        assertThat(eventualLetter("signing-code", anne))
                .contains("to open the declaration", "(CRESS)")
                .doesNotContain("on behalf of");

        declarations.withdraw(declarationOf(anne), "The text is being revised.", organiser);

        assertThat(eventualLetter("withdrawal-notice", anne))
                .contains("for which we had asked for your visa", "If you had already given your visa")
                .doesNotContain("signature");
    }

    private long letters(String kind, DeclarationId id) {
        String reference = declarations.get(id).reference();
        return outbox.list().stream()
                .filter(letter -> letter.kind().equals(kind) && letter.text().contains(reference))
                .count();
    }

    private String eventualAnnouncement(DeclarationId id) {
        eventually(() -> letters("refusal-announcement", id) == 1);
        String reference = declarations.get(id).reference();
        return outbox.list().stream()
                .filter(letter -> letter.kind().equals("refusal-announcement")
                        && letter.text().contains(reference))
                .findFirst()
                .orElseThrow()
                .text()
                .replaceAll("[\\s\u00a0]+", " ");
    }

    private static NewParty party(String name, SignatoryRole role) {
        return new NewParty(
                "Europe",
                name,
                "Wallonie",
                null,
                List.of(new NewSignatory(
                        "Anne",
                        "D’Hondt",
                        "Director",
                        new EmailAddress(role.word() + System.nanoTime() + "@example.org"),
                        Locale.ENGLISH,
                        1,
                        role)));
    }
}
