package org.alternat.mail;

/** The mail server says for good that the recipient's address does not work. Only another address helps, so a person must look. */
public final class LetterRefusedException extends LetterNotSentException {

    private static final long serialVersionUID = 1L;

    public LetterRefusedException(LetterKey key) {
        super(key);
    }
}
