package org.alternat.document;

/** What a revision adds to the chain. */
public enum RevisionKind {
    /** The frozen text. */
    TEXT,
    /** The signature pages and all fields. */
    PREPARED,
    /** The service's seal as certification of the prepared text. */
    CERTIFICATION,
    /** One person's signature. */
    SIGNATURE,
    /** The service's closing seal. */
    SEAL,
    /** What authorities said about the certificates of the signature before it. */
    VALIDATION_DATA,
    /** Validation data and a document timestamp. */
    ARCHIVE_TIMESTAMP
}
