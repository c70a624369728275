package org.alternat.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the set-up page sends. The address counts only when the invitation names none. */
record SetUpForm(
        @NotBlank(message = "{access.name.needed}") @Size(max = 120, message = "{access.name.long}") @Nullable
        String name,

        @Nullable String email,

        @NotBlank(message = "{access.language.needed}")
        @Pattern(regexp = LetterLocales.PATTERN, message = "{access.language.needed}")
        @Nullable
        String locale,

        @NotBlank(message = "{access.password.short}")
        @Size(min = 12, message = "{access.password.short}")
        @Size(max = 256, message = "{access.password.long}")
        @Nullable
        String password,

        @NotBlank(message = "{access.code.needed}") @Nullable
        String code) {

    static SetUpForm empty(Locale reader) {
        return new SetUpForm(null, null, LetterLocales.nearest(reader), null, null);
    }

    @Override
    public String toString() {
        return "SetUpForm[***]";
    }
}
