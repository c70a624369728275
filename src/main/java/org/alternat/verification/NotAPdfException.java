package org.alternat.verification;

/** The file cannot be read as a PDF. */
public class NotAPdfException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAPdfException(Throwable cause) {
        super("the file cannot be read as a PDF", cause);
    }
}
