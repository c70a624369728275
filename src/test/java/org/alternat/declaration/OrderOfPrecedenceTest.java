package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alternat.shared.PartyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which order blocks stand: by what the parties are called, whoever signs first. */
class OrderOfPrecedenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed list",
                "fixed list, by side",
                "alphabetical in fr",
                "alphabetical in nl, by side",
                "alphabetical in fr, by side, host first \"CRESS\"",
                "fixed list, host last \"Réseau \"\"Alter\"\"\""
            })
    void an_order_is_read_as_it_is_written(String text) {
        assertThat(OrderOfPrecedence.parse(text))
                .map(OrderOfPrecedence::toString)
                .contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alphabetical", "alphabetical in de", "by side", "fixed list, host \"CRESS\""})
    void what_is_no_order_is_not_read(String text) {
        assertThat(OrderOfPrecedence.parse(text)).isEmpty();
    }

    @Test
    void particles_and_apostrophes_belong_to_the_name_as_in_belgium() {
        assertThat(people(
                        "Vandamme",
                        "D’Hondt",
                        "Zola",
                        "Van den Broeck",
                        "Décq",
                        "Decq",
                        "De Smet",
                        "Dubois",
                        "VANACKER"))
                .containsExactly(
                        "Decq",
                        "Décq",
                        "De Smet",
                        "D’Hondt",
                        "Dubois",
                        "VANACKER",
                        "Vandamme",
                        "Van den Broeck",
                        "Zola");
    }

    @Test
    void an_accent_is_the_same_letter_whichever_way_it_is_encoded() {
        assertThat(people("E\u0301mile", "Edith", "Émilie", "Zoé"))
                .containsExactly("Edith", "E\u0301mile", "Émilie", "Zoé");
    }

    @Test
    void parties_stand_alphabetically_across_the_sides_or_side_by_side() {
        List<Party> entered = List.of(
                party("Europe", "Syneco"),
                party("Québec", "TIESS"),
                party("Europe", "ConcertES"),
                party("Québec", "Économie"));

        assertThat(names(order("alphabetical in fr").parties(entered)))
                .containsExactly("ConcertES", "Économie", "Syneco", "TIESS");
        assertThat(names(order("alphabetical in fr, by side").parties(entered)))
                .containsExactly("ConcertES", "Syneco", "Économie", "TIESS");
        assertThat(names(order("fixed list, by side").parties(entered)))
                .containsExactly("Syneco", "ConcertES", "TIESS", "Économie");
        assertThat(names(order("fixed list").parties(entered)))
                .containsExactly("Syneco", "TIESS", "ConcertES", "Économie");
    }

    @Test
    void the_host_stands_first_or_last_whatever_its_name() {
        List<Party> entered = List.of(party("Europe", "ABC"), party("Europe", "CRESS"), party("Europe", "ZZZ"));

        assertThat(names(order("alphabetical in fr, host first \"CRESS\"").parties(entered)))
                .containsExactly("CRESS", "ABC", "ZZZ");
        assertThat(names(order("alphabetical in fr, host last \"CRESS\"").parties(entered)))
                .containsExactly("ABC", "ZZZ", "CRESS");
    }

    private static List<String> people(String... familyNames) {
        return order("alphabetical in fr").people(List.of(familyNames), name -> name, name -> "");
    }

    private static OrderOfPrecedence order(String text) {
        return OrderOfPrecedence.parse(text).orElseThrow();
    }

    private static Party party(String side, String name) {
        return new Party(PartyId.random(), 1, side, name, "Wallonie", null, null);
    }

    private static List<String> names(List<Party> parties) {
        return parties.stream().map(Party::name).toList();
    }
}
