package org.alternat.declaration;

/**
 * Where a declaration stands. It only ever moves down this list, and never back, but for one move: a prolonged deadline lets
 * an incomplete declaration circulate again.
 */
public enum DeclarationState {
    /** Being prepared; everything can still change. */
    DRAFT,
    /** Released: the text is frozen and the signatories are asked. */
    CIRCULATING,
    /** An organiser ended it. */
    WITHDRAWN,
    /** A declaration with a corrected text takes its place. */
    SUPERSEDED,
    /** Every invitation is settled, and the rule of completion is not met. */
    INCOMPLETE,
    /** The rule of completion is met and the service has sealed the document. */
    SEALED,
    /** Sealed, delivered, and its archival package is kept. */
    ARCHIVED
}
