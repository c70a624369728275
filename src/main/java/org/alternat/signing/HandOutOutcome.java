package org.alternat.signing;

/** What came of asking for the document to sign it elsewhere. */
public enum HandOutOutcome {
    /** The head of the chain is reserved for this signatory. */
    RESERVED,
    /** Somebody else has it to themselves at this moment. */
    TAKEN,
    /** Signatures of others are being applied; it takes seconds. */
    OTHERS_WAIT,
    /** There is nothing to sign any more. */
    ANSWERED
}
