package org.alternat.declaration.web;

import org.alternat.declaration.Mandate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What is typed about a mandate, and the file that is brought with it. */
record MandateForm(
        @Nullable String ground,
        @Nullable String statement,
        @Nullable String checkedBy,
        @Nullable MultipartFile document) {

    static MandateForm of(Mandate mandate) {
        return new MandateForm(mandate.ground().name(), mandate.statement(), mandate.checkedBy(), null);
    }

    /** Whoever records it has usually looked at it. */
    static MandateForm checkedBy(String name) {
        return new MandateForm("", "", name, null);
    }
}
