package org.alternat.declaration;

import java.util.List;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;

/**
 * One thing an organiser should know.
 *
 * @param severity how pressing it is
 * @param messageKey the sentence, in a bundle of whoever tells it
 * @param arguments for the sentence; already fit to be shown
 * @param signatory whom it concerns, if only one
 * @param retryPath where a POST tries the failed step again, for instance {@code /declarations/…/retry/…}
 */
public record Notice(
        Severity severity,
        String messageKey,
        List<String> arguments,
        @Nullable SignatoryId signatory,
        @Nullable String retryPath) {

    /** How pressing a notice is. */
    public enum Severity {
        /** Goes on by itself. */
        INFORMATION,
        /** Is being tried again. */
        WARNING,
        /** Stands still until somebody acts. */
        PROBLEM
    }

    public Notice {
        arguments = List.copyOf(arguments);
    }
}
