package org.alternat.verification;

/** Too many files are being checked at this moment. */
public class VerificationBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VerificationBusyException() {
        super("too many files are being checked");
    }
}
