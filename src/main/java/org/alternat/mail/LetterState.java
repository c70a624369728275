package org.alternat.mail;

/** What is known about a letter. */
public enum LetterState {
    /** It is being handed over at this moment, or the service stopped while it was. */
    SENDING,
    /** The service stopped while it handed the letter over, and nobody has asked for it since: it may have left. */
    UNSETTLED,
    /** The mail server or the outbox folder took it. Nothing more is claimed: a later bounce is another fact. */
    SENT,
    /** It was taken, and a server on the way reports that it does not get any further now; it goes on trying. */
    DELAYED,
    /** It was taken, and a machine at the other end replied: an out-of-office note, for instance. Never an answer. */
    REPLIED,
    /** The last attempt failed; whoever asked for the letter tries again. */
    FAILED,
    /** The mail server says that the address does not work: to try again by oneself is no use. */
    REFUSED;

    /** True when the letter has left: asked for again, it is not sent again. */
    public boolean isTaken() {
        return this == SENT || this == DELAYED || this == REPLIED;
    }
}
