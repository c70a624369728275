package org.alternat.declaration.input;

import org.jspecify.annotations.Nullable;

/**
 * A signatory as it was typed, before anything is known about it.
 *
 * @param line the line of the CSV or the number in a list, for messages
 * @param contact a further address of the party
 * @param order the round, in digits
 * @param role a word of {@link org.alternat.declaration.SignatoryRole}; somebody who signs when there is none
 */
public record SignatoryInput(
        @Nullable Integer line,
        @Nullable String side,
        @Nullable String party,
        @Nullable String region,
        @Nullable String contact,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String capacity,
        @Nullable String email,
        @Nullable String locale,
        @Nullable String order,
        @Nullable String role) {}
