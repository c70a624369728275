package org.alternat.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.alternat.access.StaffRole;
import org.jspecify.annotations.Nullable;

/** Whom an organiser invites, and for what. */
record InviteForm(
        @NotBlank(message = "{access.email.needed}") @Nullable
        String email,

        @NotEmpty(message = "{access.roles.needed}") @Nullable
        Set<StaffRole> roles) {

    static final InviteForm EMPTY = new InviteForm(null, Set.of());
}
