package org.alternat.pki;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No timestamp could be had now; it is worth trying again. The message names each authority that was tried and the cause. */
public class TimestampUnavailableException extends RuntimeException {

    private static final String LEAD = "timestamp authority ";

    TimestampUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static String sentence(String host, String why) {
        return LEAD + host + ": " + why;
    }

    /** The authorities and causes out of a message that may be one of this exception, kept somewhere as text. */
    public static Optional<String> causes(@Nullable String message) {
        return message != null && message.startsWith(LEAD) ? Optional.of(message.replace(LEAD, "")) : Optional.empty();
    }
}
