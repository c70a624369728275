package org.alternat.declaration;

/** What came of an organiser's move. Everything but {@link #DONE} means that nothing has changed. */
public enum MoveOutcome {
    DONE,
    /** Released a second time, or edited after the release: the text and the parties are frozen. */
    ALREADY_RELEASED,
    /** Nobody would be asked. */
    WITHOUT_SIGNATORIES,
    /** Everybody who would be asked is still to be confirmed: no letter could leave. */
    NOBODY_NAMED,
    /** Until when and on which terms it circulates is a proposal that nobody has looked at. */
    RULES_NOT_SET,
    /** No signatures could ever meet the rule of completion: 16 of 15, or a name that nobody bears. */
    IMPOSSIBLE_RULE,
    /** The party that should stand first or last is none of the parties. */
    UNKNOWN_HOST,
    /** Nobody has said who funds it, or that no mention is due. */
    WITHOUT_PUBLICITY,
    /** The declaration would close before its deadline. */
    CLOSES_BEFORE_DEADLINE,
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
    REASON_TOO_LONG,
    /** The replacement is the person, at the address, that is there already. */
    SAME_PERSON,
    /** Somebody else signs for the same party at this address. */
    ADDRESS_TAKEN,
    /** A deadline only moves to an instant that is later than the one before and than now. */
    NOT_LATER,
    /** Everybody has answered: nobody would gain from more time. */
    NOBODY_LEFT,
    /** The deadline has just passed and its consequences are being drawn; a moment later the move is possible. */
    BEING_COUNTED,
    /** The circulation is paused: it must be resumed first. */
    PAUSED,
    /** There is no pause to end. */
    NOT_PAUSED,
    /** The rule of completion is met: the text binds and is not corrected any more. */
    IN_EFFECT,
    /** The corrected text is the one that circulates already. */
    SAME_TEXT,
    /** Instruments are attached to what is archived. */
    NOT_ARCHIVED,
    /** Nothing is attached to an instrument. */
    IS_AN_INSTRUMENT,
    /** Only an organisation that is no party accedes. */
    ALREADY_A_PARTY,
    /** Only a party withdraws, or says how it understands the text. */
    NOT_A_PARTY,
    /** The text of an instrument names the original by its reference and SHA-256. */
    WITHOUT_QUOTATION,
    /** Only who has a field in the document signs, on paper or otherwise. */
    SIGNS_NOTHING,
    /** The party has still to say who holds this place. */
    TO_BE_CONFIRMED,
    /** The rounds before are not settled yet: it is not this person's turn. */
    NOT_ASKED_YET,
    /** No signature on paper is recorded of this person. */
    NOT_ON_PAPER,
    /** The last answer is in and the circulation goes on by itself, or this one's is being counted in at this moment. */
    IN_TRANSIT,
    /** No delegation awaits a decision: it was decided before, or somebody else holds the place. */
    NOTHING_TO_DECIDE
}
