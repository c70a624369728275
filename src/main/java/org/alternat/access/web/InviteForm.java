package org.alternat.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.Set;
import org.alternat.access.StaffRole;
import org.jspecify.annotations.Nullable;

/** Whom an organiser invites, for what, and in which language. */
record InviteForm(
        @NotBlank(message = "{access.email.needed}") @Nullable
        String email,

        @NotEmpty(message = "{access.roles.needed}") @Nullable
        Set<StaffRole> roles,

        @NotBlank(message = "{access.language.needed}")
        @Pattern(regexp = LetterLocales.PATTERN, message = "{access.language.needed}")
        @Nullable
        String locale) {

    static InviteForm empty(Locale reader) {
        return new InviteForm(null, Set.of(), LetterLocales.nearest(reader));
    }
}
