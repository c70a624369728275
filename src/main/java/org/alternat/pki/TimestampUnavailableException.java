package org.alternat.pki;

import org.jspecify.annotations.Nullable;

/** No timestamp could be had now; it is worth trying again. The message names the authority and the cause. */
public class TimestampUnavailableException extends RuntimeException {

    TimestampUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
