package org.alternat.judge;

/** The judge ran, and could not read the file as a PDF. Trying again will not help. */
public class UnjudgeableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnjudgeableFileException(String message) {
        super(message);
    }
}
