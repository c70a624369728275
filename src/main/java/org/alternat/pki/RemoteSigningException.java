package org.alternat.pki;

import org.jspecify.annotations.Nullable;

/** A provider that keeps a key for us did not sign, or answered something that is no signature of that key. */
public class RemoteSigningException extends RuntimeException {

    public RemoteSigningException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
