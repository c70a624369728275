package org.alternat.pades;

/** A revision does not pass the gate. The message says which rule it breaks, without anybody's name. */
public class RevisionRefusedException extends Exception {

    RevisionRefusedException(String message) {
        super(message);
    }

    RevisionRefusedException(String message, Throwable cause) {
        super(message + (cause.getMessage() == null ? "" : ": " + cause.getMessage()), cause);
    }
}
