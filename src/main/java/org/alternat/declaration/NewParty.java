package org.alternat.declaration;

import java.util.List;
import org.alternat.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/** A party as an organiser enters it, with its signatories in order of precedence. */
public record NewParty(
        String side, String name, String region, @Nullable EmailAddress contact, List<NewSignatory> signatories) {

    public NewParty {
        signatories = List.copyOf(signatories);
    }
}
