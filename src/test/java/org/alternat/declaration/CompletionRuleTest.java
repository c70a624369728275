package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.alternat.declaration.CompletionRule.Bound;
import org.alternat.declaration.CompletionRule.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who must have signed: the rule as it is written, when it is met, and when no signature could ever meet it. */
class CompletionRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "all of \"Québec\"",
                "15 of \"Europe\"",
                "20 of all",
                "party \"TIESS\"",
                "all of \"Québec\" and 15 of \"Europe\" and party \"TIESS\"",
                "party \"Réseau \"\"Alter\"\" and 3 of all\" and all",
                "2 of \"all\""
            })
    void a_rule_is_read_as_it_is_written(String text) {
        assertThat(CompletionRule.parse(text)).map(CompletionRule::toString).contains(text);
    }

    @Test
    void a_name_of_one_word_needs_no_quotation_marks() {
        assertThat(rule("15 of Europe and party TIESS")).isEqualTo(rule("15 of \"Europe\" and party \"TIESS\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "0 of Europe",
                "-1 of Europe",
                "15 Europe",
                "all and",
                "and all",
                "all all",
                "party",
                "party \"TIESS",
                "15 of \"\"",
                "all of \"Québec\" or all"
            })
    void what_is_no_rule_is_not_read(String text) {
        assertThat(CompletionRule.parse(text)).isEmpty();
    }

    @Test
    void tiess_and_15_europeans_must_all_be_there() {
        CompletionRule rule = rule("party TIESS and 15 of Europe");

        assertThat(rule.isMet(parties(14, true))).isFalse();
        assertThat(rule.isMet(parties(15, false))).isFalse();
        assertThat(rule.isMet(parties(15, true))).isTrue();
        assertThat(rule.isMet(parties(23, true))).isTrue();
    }

    @Test
    void a_number_without_a_side_counts_every_party() {
        assertThat(rule("15 of all").isMet(parties(14, true))).isTrue();
        assertThat(rule("15 of all").isMet(parties(14, false))).isFalse();
    }

    @Test
    void all_means_all_and_nobody_is_not_all() {
        assertThat(rule("all").isMet(parties(23, true))).isTrue();
        assertThat(rule("all").isMet(parties(23, false))).isFalse();
        assertThat(rule("all").isMet(List.of())).isFalse();
        assertThat(rule("all of Québec").isMet(parties(0, true))).isTrue();
    }

    @Test
    void sixteen_of_fifteen_is_a_fault() {
        List<Bound> fifteen = IntStream.range(0, 15)
                .mapToObj(n -> new Bound("Fédération " + n, "Europe", false))
                .toList();

        assertThat(rule("15 of Europe").fault(fifteen)).isEmpty();
        assertThat(rule("16 of Europe").fault(fifteen)).contains(new Fault(Fault.Kind.TOO_MANY, "Europe", 16, 15));
        assertThat(rule("16 of all").fault(fifteen)).contains(new Fault(Fault.Kind.TOO_MANY, "", 16, 15));
        assertThat(rule("all of Québec").fault(fifteen)).contains(new Fault(Fault.Kind.UNKNOWN_SIDE, "Québec", 1, 0));
        assertThat(rule("3 of Europe and party TIESS").fault(fifteen))
                .contains(new Fault(Fault.Kind.UNKNOWN_PARTY, "TIESS", 1, 0));
    }

    private static CompletionRule rule(String text) {
        return CompletionRule.parse(text).orElseThrow();
    }

    /** 23 Europeans, the first so many of them bound, and TIESS. */
    private static List<Bound> parties(int europeans, boolean tiess) {
        List<Bound> parties = new ArrayList<>();
        IntStream.range(0, 23).forEach(n -> parties.add(new Bound("Fédération " + n, "Europe", n < europeans)));
        parties.add(new Bound("TIESS", "Québec", tiess));
        return parties;
    }
}
