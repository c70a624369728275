package org.alternat.pades;

/**
 * A file is not written as ISO 32000-1 asks, in a place where leniency would let two readers see two documents. Nothing is
 * repaired. The message says where, without anybody's name.
 */
public class MalformedPdfException extends IllegalArgumentException {

    MalformedPdfException(String message) {
        super(message);
    }

    MalformedPdfException(String message, Throwable cause) {
        super(message, cause);
    }
}
