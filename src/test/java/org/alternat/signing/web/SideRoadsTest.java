package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.Prolongations;
import org.alternat.declaration.Replacements;
import org.alternat.declaration.SignatoryState;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
}
