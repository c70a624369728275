package org.alternat.declaration.input;

import org.jspecify.annotations.Nullable;

/**
 * The terms of a declaration as they were typed. What is missing stays as plain as it can be.
 *
 * @param rule as {@link org.alternat.declaration.CompletionRule} writes it
 * @param openUntil an instant with an offset, or a local date and time in the zone (ISO 8601)
 * @param order as {@link org.alternat.declaration.OrderOfPrecedence} writes it
 * @param cities as {@link org.alternat.moment.City#parse} reads them
 */
public record TermsInput(
        @Nullable String rule,
        @Nullable String openUntil,
        @Nullable String order,
        boolean adReferendum,
        @Nullable String cities) {

    /** Nothing but the plain terms. */
    public static final TermsInput NONE = new TermsInput(null, null, null, false, null);
}
