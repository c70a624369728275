package org.alternat.signing;

/** What came of a signatory's answer. Everything but {@link #RECORDED} means that nothing has changed. */
public enum AnswerOutcome {
    RECORDED,
    /** The box "I have read and sign for and on behalf of" was not ticked. */
    NOT_TICKED,
    /** The document was never sent to this browser. */
    NOT_SHOWN,
    /** The declaration cannot be signed ad referendum, or this person binds no party. */
    NOT_OFFERED,
    /** The rounds before are not settled yet: nobody answers out of turn. */
    NOT_YOUR_TURN,
    /** There is an answer already: one signatory answers once. */
    ALREADY_ANSWERED,
    /** Somebody else holds this place now. */
    REPLACED,
    /** The deadline has passed without an answer. */
    TOO_LATE,
    /** As many wishes for changes as one signatory can have. */
    TOO_MANY,
    /** The organisers let the circulation rest. */
    PAUSED,
    /** Withdrawn, incomplete or sealed. */
    CLOSED
}
