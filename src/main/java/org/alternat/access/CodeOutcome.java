package org.alternat.access;

/** What came of entering a signing code. */
public enum CodeOutcome {
    ACCEPTED,
    /** Wrong; there are tries left. */
    WRONG,
    /** The ten minutes are over. */
    EXPIRED,
    /** Five wrong tries: only a new code helps. */
    LOCKED,
    /** This browser has not asked for a code for this link. */
    NOT_ASKED
}
