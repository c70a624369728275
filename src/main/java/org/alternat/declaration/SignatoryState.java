package org.alternat.declaration;

/** Where one signatory stands; derived from what happened, never kept beside it. */
public enum SignatoryState {
    /** The signatory's round has not come yet, or the letter has not left. */
    WAITING,
    /** The letter has left; no answer yet. */
    INVITED,
    /** The consent is recorded and the signature is being applied. */
    CONSENTED,
    /** The signature stands in the document. */
    SIGNED,
    /** An organiser recorded a signature on paper; the field in the document stays empty. */
    SIGNED_ON_PAPER,
    /** An approver gave the visa; nothing is added to the document. */
    APPROVED,
    /** A negotiator initialled the text; nothing is added to the document. */
    INITIALLED,
    /** An observer, who is never asked. */
    OBSERVING,
    /** The signatory said no. */
    REFUSED,
    /** The deadline passed without an answer. */
    EXPIRED;

    /** True while an invitation is out and nothing has been answered: only then does a reminder make sense. */
    public boolean canBeReminded() {
        return this == INVITED;
    }

    /** True while an answer can still come. */
    public boolean isOpen() {
        return this == WAITING || this == INVITED;
    }
}
