package org.alternat.circulation;

/** The letters that travel in a process of their own, one per recipient. */
enum LetterKind {
    /** The sealed document, to everyone concerned. */
    FINAL_COPY,
    /** To an organiser: a signatory has refused. */
    REFUSAL_NOTICE,
    /** To who has refused: the answer has arrived. */
    REFUSAL_RECEIPT,
    /** To who has answered with yes: another party has refused, and that stops or pauses the circulation. */
    REFUSAL_ANNOUNCEMENT,
    /** To an organiser: a signatory would like a change of the text. */
    CHANGE_NOTICE,
    /** To an organiser: a signatory has named somebody to act in their place. */
    DELEGATION_NOTICE,
    /** To who asked to be represented: what came of it. */
    DELEGATION_ANSWER,
    /** To somebody of whom a signature on paper was recorded. */
    PAPER_NOTICE,
    /** To an organiser: everybody has answered and the declaration is not complete. */
    INCOMPLETE_NOTICE,
    /** To who signed a declaration: an instrument was attached to it. */
    INSTRUMENT_NOTICE,
    /** To an invited signatory: the declaration was withdrawn. */
    WITHDRAWAL_NOTICE
}
