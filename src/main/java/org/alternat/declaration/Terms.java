package org.alternat.declaration;

import java.time.Instant;
import java.util.List;
import org.alternat.moment.City;
import org.jspecify.annotations.Nullable;

/**
 * The terms under which a declaration circulates.
 *
 * @param rule who must have signed for it to take effect
 * @param openUntil how long it can still be signed after the deadline once the rule is met; null when not at all
 * @param order in which parties and blocks stand
 * @param adReferendum whether somebody may sign subject to a later confirmation
 * @param cities by whose clocks its instants are told; none for those of its zone and of its parties, which its release puts
 *     here
 */
public record Terms(
        CompletionRule rule,
        @Nullable Instant openUntil,
        OrderOfPrecedence order,
        boolean adReferendum,
        List<City> cities) {

    public Terms {
        cities = List.copyOf(cities);
    }

    /** With the cities of its zone and its parties. */
    public Terms(CompletionRule rule, @Nullable Instant openUntil, OrderOfPrecedence order, boolean adReferendum) {
        this(rule, openUntil, order, adReferendum, List.of());
    }

    /** Everybody signs, in the order entered, for good. */
    public static final Terms PLAIN = new Terms(CompletionRule.ALL, null, OrderOfPrecedence.FIXED_LIST, false);

    /** Whether somebody of that role may sign subject to a later confirmation: there must be a party to confirm. */
    public boolean offersAdReferendum(SignatoryRole role) {
        return adReferendum && role.binds();
    }
}
