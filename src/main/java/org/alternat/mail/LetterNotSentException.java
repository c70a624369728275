package org.alternat.mail;

/**
 * A letter was not taken; try again later. The message holds ids only. The failure from the mail library is on purpose not its cause:
 * such failures quote addresses, and a stack trace ends in a log. What the server said is in {@link Letters#of}.
 */
public class LetterNotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LetterNotSentException(LetterKey key) {
        super("letter not sent: kind " + key.kind() + ", declaration " + key.declarationId() + ", recipient "
                + key.recipient() + ", sequence " + key.sequence());
    }
}
