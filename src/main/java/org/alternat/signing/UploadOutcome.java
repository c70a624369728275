package org.alternat.signing;

/** What came of a revision that somebody signed elsewhere. Everything but {@link #RECORDED} means that nothing is kept of it. */
public enum UploadOutcome {
    RECORDED,
    /** The box "I have read and sign for and on behalf of" was not ticked. */
    NOT_TICKED,
    NO_FILE,
    TOO_LARGE,
    /** The document was never handed out to this browser. */
    NOT_HANDED_OUT,
    /** There is an answer already: one signatory answers once. */
    ALREADY_ANSWERED,
    /** Withdrawn, incomplete, sealed, or past its deadline. */
    CLOSED,
    /** Somebody else has the document to themselves at this moment. */
    TAKEN,
    /** Somebody has signed in between; the new head is reserved for this signatory. */
    STALE,
    /** The file does not begin with the document that was handed out. */
    OTHER_DOCUMENT,
    /** The file is the document that was handed out, with nothing added. */
    NOT_SIGNED,
    /** Encrypted, damaged, or written in a way that readers understand differently. */
    DAMAGED,
    /** More was added than one revision with one signature. */
    NOT_ONE_SIGNATURE,
    /** Validation data follow the signature in a revision of their own: the service adds these itself. */
    VALIDATION_DATA_BEHIND,
    /** The signature stands in somebody else's field, or in a new one. */
    WRONG_FIELD,
    /** Something else than the signature was changed. */
    CHANGED,
    /** The signature does not hold, or is no PAdES baseline signature. */
    NOT_VALID,
    /** SHA-1, MD5 or a key that is too short. */
    WEAK_ALGORITHM,
    /** The certificate is for logging in, not for signing. */
    NOT_FOR_SIGNING,
    /** The certificate comes from an authority that the operator has not named. */
    UNKNOWN_AUTHORITY,
    /** The signature does not bring the certificates between its own and an authority. */
    INCOMPLETE_CHAIN,
    /** The certificate was not valid when the signature was made. */
    EXPIRED,
    /** The certificate is revoked. */
    REVOKED,
    /** Nobody could ever prove that the certificate was not revoked: its authority gives no information. */
    NO_REVOCATION_DATA,
    /** The authority of the certificate, or of its timestamp, does not answer now: the same file may be handed in again. */
    REVOCATION_SILENT,
    /** What the authority answers has run out, or is not signed by who may say it. */
    REVOCATION_NOT_PROVEN,
    /** The certificate names somebody else. */
    WRONG_PERSON,
    /** The timestamp does not hold, or tells another time. */
    TIMESTAMP,
    /** Our own checks passed and the judge's did not: no doubt is settled in silence. */
    DISPUTED
}
