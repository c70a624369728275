package org.alternat.declaration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What an organiser sees of people who are still to be confirmed, and how she names one. */
class ToBeConfirmedPagesTest extends OrganiserVisits {

    DeclarationId id;
    String page;

    @BeforeEach
    void a_draft_with_one_person_and_two_to_be_confirmed() {
        id = declarations.draft(
                TestDeclarations.of(List.of(
                        new NewParty(
                                "Europe",
                                "Une fédération",
                                "Wallonie",
                                null,
                                List.of(TestDeclarations.signatory("Zoë", "D’Hondt", 1))),
                        new NewParty(
                                "Québec",
                                "Un réseau",
                                "Québec",
                                null,
                                List.of(TestDeclarations.toBeConfirmed(1), TestDeclarations.toBeConfirmed(2))))),
                organiser);
        page = "/declarations/" + id;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | À confirmer       | 2\u00a0personnes restent à confirmer     | Désigner la personne",
                "nl | Nog te bevestigen | 2 personen zijn nog te bevestigen  | De persoon aanwijzen",
                "en | To be confirmed   | 2 persons are still to be confirmed | Name the person"
            })
    void the_draft_and_the_board_tell_it_in_the_reader_s_language(
            String language, String person, String sentence, String name) {
        assertThat(body(get(page, language))).contains(person, sentence).doesNotContain("N. N.");
        assertThat(body(get(page + "/parties", language))).contains(person).doesNotContain("N. N.");
        declarations.release(id, organiser);
        transaction.executeWithoutResult(status -> rounds.next(id));

        assertThat(body(get(page, language))).contains(person, sentence, name).doesNotContain("N. N.");
        assertThat(body(get(page + "/signatories/" + place(1).id() + "/replacement", language)))
                .contains(name, "Un réseau")
                .doesNotContain("N. N.");
        assertThat(body(get(page + "/ceremony", language))).contains(person).doesNotContain("N. N.");
        assertThat(body(get(page + "/ceremony/minutes", language)))
                .contains(person)
                .doesNotContain("N. N.");
    }

    @Test
    void whoever_is_named_stands_on_the_board_and_the_sentence_counts_one_less() {
        declarations.release(id, organiser);
        transaction.executeWithoutResult(status -> rounds.next(id));

        MvcTestResult done = post(page + "/signatories/" + place(1).id() + "/replacement", aimee());

        assertThat(done).hasStatus(302).hasRedirectedUrl(page + "?done=named");
        assertThat(body(get(page + "?done=named", "en")))
                .contains("Aimée Tremblay", "The person is named.", "one person is still to be confirmed");
    }

    @Test
    void the_board_offers_no_move_that_needs_a_person() {
        declarations.release(id, organiser);
        transaction.executeWithoutResult(status -> rounds.next(id));

        String paper = page + "/signatories/%s/paper";
        assertThat(body(get(page, "en")))
                .contains(paper.formatted(place(0).id()))
                .doesNotContain(paper.formatted(place(1).id()));
    }

    @Test
    void a_program_reads_nothing_where_a_name_will_stand() {
        assertThat(body(get("/api/v1/declarations/" + id, "en")))
                .contains("\"givenName\":null,\"familyName\":null", "\"email\":null")
                .doesNotContain("N. N.");
    }

    @Test
    void a_place_is_added_without_a_person_and_a_half_named_one_is_not() {
        MultiValueMap<String, String> fields = aimee();
        fields.set("party", "Une coopérative");
        fields.set("side", "Europe");
        fields.set("region", "Wallonie");
        fields.set("order", "1");
        fields.set("email", "");
        MvcTestResult half = post(page + "/signatories/new", fields);
        assertThat(half).hasStatus(422);
        assertThat(body(half)).contains("email-error");

        fields.set("givenName", "");
        fields.set("familyName", "");
        assertThat(post(page + "/signatories/new", fields)).hasStatus(302);
        assertThat(signatories.of(id)).filteredOn(one -> !one.isNamed()).hasSize(3);
    }

    private Signatory place(int number) {
        return signatories.of(id).get(number);
    }

    private static MultiValueMap<String, String> aimee() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("givenName", "Aimée");
        fields.add("familyName", "Tremblay");
        fields.add("capacity", "Directrice générale");
        fields.add("email", "aimee@tiess.example.org");
        fields.add("locale", "fr-CA");
        return fields;
    }
}
