package org.alternat.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the log-in page sends. */
record LogInForm(
        @NotBlank(message = "{access.email.needed}") @Size(max = 254, message = "{access.email.wrong}") @Nullable
        String email,

        @NotBlank(message = "{access.password.needed}") @Size(max = 256, message = "{access.password.long}") @Nullable
        String password,

        @NotBlank(message = "{access.code.needed}") @Size(max = 16, message = "{access.code.needed}") @Nullable
        String code) {

    static final LogInForm EMPTY = new LogInForm(null, null, null);

    @Override
    public String toString() {
        return "LogInForm[***]";
    }
}
