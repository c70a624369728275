package org.alternat.declaration;

/** What came of an organiser's move. Everything but {@link #DONE} means that nothing has changed. */
public enum MoveOutcome {
    DONE,
    /** Released a second time, or edited after the release: the text and the parties are frozen. */
    ALREADY_RELEASED,
    /** Nobody would be asked. */
    WITHOUT_SIGNATORIES,
    /** Nobody would have time to answer. */
    DEADLINE_PASSED,
    /** The declaration is still a draft: there is nobody to remind. */
    NOT_RELEASED,
    /** Withdrawn, incomplete or sealed: the circulation is over. */
    ALREADY_CLOSED,
    /** The signatory has signed, refused or let the deadline pass. */
    ALREADY_ANSWERED,
    /** The signatory's letter has not left yet. */
    NOT_INVITED,
    /** No invitation is open. */
    NOBODY_TO_REMIND,
    /** Ending a circulation needs a reason that its signatories can be told. */
    WITHOUT_REASON,
    /** Longer than a letter should quote. */
    REASON_TOO_LONG
}
