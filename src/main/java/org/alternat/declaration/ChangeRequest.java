package org.alternat.declaration;

import java.time.Instant;
import org.alternat.shared.SignatoryId;

/**
 * What a signatory would like to be changed in the text; the invitation stays open.
 *
 * @param number counts the requests of this signatory, from 1
 * @param passage which article or passage; empty for the text as a whole
 */
public record ChangeRequest(SignatoryId signatoryId, int number, String passage, String content, Instant askedAt) {

    /** Holds what somebody wrote. */
    @Override
    public String toString() {
        return "ChangeRequest[" + signatoryId + ", " + number + "]";
    }
}
