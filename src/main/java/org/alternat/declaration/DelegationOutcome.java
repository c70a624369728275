package org.alternat.declaration;

/** What came of a signatory's wish to be represented. Everything but the first two means that nothing has changed. */
public enum DelegationOutcome {
    /** The delegate holds the place; the signatory's link is dead. */
    GIVEN,
    /** An organiser decides; the invitation stays open meanwhile. */
    ASKED,
    /** No answer is taken from this person now: given already, too late, paused, over, or somebody else's turn. */
    SHUT,
    /** Only who signs for a party is represented. */
    NOT_OFFERED,
    /** Who acts on somebody's behalf does not hand that on. */
    DELEGATE_ALREADY,
    /** One wish is undecided still. */
    UNDECIDED,
    /** As many wishes as one signatory can have. */
    TOO_MANY,
    /** The delegate's address is the signatory's own: nobody could tell who signs. */
    SAME_MAILBOX,
    /** Somebody signs for the party at this address already. */
    ADDRESS_TAKEN
}
