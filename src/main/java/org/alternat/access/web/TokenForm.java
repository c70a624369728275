package org.alternat.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A token to be made.
 *
 * @param days how long it is valid, 1 to 366
 */
record TokenForm(
        @NotBlank(message = "{access.tokens.name.needed}")
        @Size(max = 80, message = "{access.tokens.name.needed}")
        @Nullable
        String name,

        @NotBlank(message = "{access.tokens.days.wrong}")
        @Pattern(regexp = "[1-9][0-9]?|[12][0-9][0-9]|3[0-5][0-9]|36[0-6]|", message = "{access.tokens.days.wrong}")
        @Nullable
        String days) {

    static final TokenForm EMPTY = new TokenForm(null, "90");
}
