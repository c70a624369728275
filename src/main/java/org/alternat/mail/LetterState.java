package org.alternat.mail;

/** What is known about a letter. */
public enum LetterState {
    /** The mail server or the outbox folder took it. Nothing more is claimed: a later bounce is another fact. */
    SENT,
    /** The last attempt failed; whoever asked for the letter tries again. */
    FAILED,
    /** The mail server says that the address does not work: to try again by oneself is no use. */
    REFUSED
}
