package org.alternat.pades;

import java.time.Instant;
import java.util.List;

/** What the gate says of an uploaded revision. */
public sealed interface UploadVerdict {

    /**
     * The upload may become the head.
     *
     * @param level {@code B_T}, or {@code B_B}: it needs a document timestamp from us at once
     * @param instant of the signature's timestamp; for {@code B_B} when the upload was received
     * @param validationData what the authorities say of its certificates now, and the certificates
     */
    record Accepted(VerificationReport.Level level, Instant instant, ValidationData validationData)
            implements UploadVerdict {}

    /**
     * The upload is refused whole.
     *
     * @param changes what else the upload did to the document, as far as that is the reason
     */
    record Refused(Reason reason, List<RevisionChange> changes) implements UploadVerdict {}

    /** Why. Each can be said in one sentence. */
    enum Reason {
        /** Larger than a signature can make it. */
        TOO_LARGE,
        /** Not a PDF, or not written strictly. */
        NOT_READABLE,
        /** The file that was downloaded came back as it was. */
        NOT_SIGNED,
        /** An extension of an earlier state: somebody has signed since. */
        STALE,
        /** Not an extension of the file that was downloaded: re-saved, or another file. */
        REWRITTEN,
        /** Not exactly one update behind the file that was downloaded. */
        NOT_ONE_REVISION,
        /** A second update with validation data behind the signature: the service adds these itself. */
        VALIDATION_DATA_BEHIND,
        /** More than one signature. */
        SEVERAL_SIGNATURES,
        /** Signed, but not in the field of this person. */
        WRONG_FIELD,
        /** Something else than the signature has changed. */
        DOCUMENT_CHANGED,
        /** A page does not look as it did, whatever the reason. */
        LOOKS_DIFFERENT,
        /** The signature does not cover the whole file. */
        NOT_COVERED,
        /** Not a PAdES baseline signature. */
        NOT_BASELINE,
        /** SHA-1, or a key that is too short. */
        WEAK_ALGORITHM,
        /** The signature is over other bytes, or its value does not hold. */
        BROKEN,
        /** The certificate is for logging in, not for signing. */
        NOT_FOR_SIGNING,
        /** Issued by nobody whom the service trusts. */
        UNKNOWN_AUTHORITY,
        /** The signature does not bring the certificates between its own and an authority. */
        INCOMPLETE_CHAIN,
        /** The certificate was not valid when the signature was made. */
        EXPIRED,
        REVOKED,
        /** A certificate of its chain names no place where one may ask whether it is revoked: that could never be proved. */
        NO_REVOCATION_DATA,
        /** Nobody answers there now. */
        REVOCATION_SILENT,
        /** What is said there has run out, or is not signed by who may say it. */
        REVOCATION_NOT_PROVEN,
        /** The certificate names somebody else. */
        WRONG_PERSON,
        /** The timestamp covers other data, or comes from nobody whom the service trusts. */
        BAD_TIMESTAMP,
        /** The timestamp is older than the invitation, or from the future. */
        OUTSIDE_WINDOW
    }
}
