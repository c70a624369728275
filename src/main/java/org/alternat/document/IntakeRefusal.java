package org.alternat.document;

/** Why an uploaded text is not taken. */
public enum IntakeRefusal {
    /** The file does not start as a PDF does. */
    NOT_A_PDF,
    EMPTY,
    /** Truncated, looping, of mixed cross-reference kinds, or otherwise against ISO 32000. */
    DAMAGED,
    /** Any {@code /Encrypt}, with or without a password: its permissions may forbid signing. */
    ENCRYPTED,
    /** More than 50 MB. */
    TOO_LARGE,
    /** More than 500 pages. */
    TOO_MANY_PAGES,
    /** An XFA form: what is shown is not what stands in the pages. */
    XFA,
    /** JavaScript, launch or other actions, embedded files: the text could change or act by itself. */
    ACTIVE_CONTENT,
    /** It carries a signature that a new revision could not leave whole. */
    ALREADY_SIGNED
}
