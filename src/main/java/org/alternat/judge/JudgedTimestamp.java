package org.alternat.judge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judge's word on one RFC 3161 token.
 *
 * @param id DSS's identifier, the same in the reports
 * @param type {@code SIGNATURE_TIMESTAMP}, {@code DOCUMENT_TIMESTAMP}, ...
 * @param fieldName the field of a document timestamp, absent for a token inside a signature
 * @param commonName the authority's CN
 * @param organisation the authority's O
 * @param productionTime the token's {@code genTime}
 * @param signatureIds the signatures it covers
 * @param subIndication why not, in the words of EN 319 102-1
 */
public record JudgedTimestamp(
        String id,
        String type,
        @Nullable String fieldName,
        @Nullable String commonName,
        @Nullable String organisation,
        @Nullable Instant productionTime,
        List<String> signatureIds,
        Indication indication,
        @Nullable String subIndication,
        List<String> errors,
        List<String> warnings) {

    public boolean passed() {
        return indication.passed();
    }
}
