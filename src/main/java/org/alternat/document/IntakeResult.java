package org.alternat.document;

import org.alternat.shared.PdfBytes;

/** What the intake check says of an upload. */
public sealed interface IntakeResult {

    /**
     * The text as it will circulate: re-saved in full, never the upload itself.
     *
     * @param pages how many pages it has
     */
    record Accepted(PdfBytes text, int pages) implements IntakeResult {}

    /** The upload is not taken, and nothing of it is kept. */
    record Refused(IntakeRefusal reason) implements IntakeResult {}
}
