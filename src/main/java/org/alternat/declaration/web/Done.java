package org.alternat.declaration.web;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has just been done, carried over a redirect by its name: pages keep no session. */
enum Done {
    CREATED,
    CHANGED,
    RELEASED,
    REMINDED,
    WITHDRAWN,
    CORRECTED,
    REPLACED,
    NAMED,
    ON_PAPER,
    PAPER_UNDONE,
    MANDATE,
    DELEGATED,
    DELEGATION_DECLINED,
    PROLONGED,
    PAUSED,
    RESUMED,
    CLOSED,
    ADDED,
    LISTED,
    REMOVED;

    static Optional<Done> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(done -> done.name().equalsIgnoreCase(name))
                .findFirst();
    }

    String parameter() {
        return "?done=" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
