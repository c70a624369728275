package org.alternat.judge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judge's word on one signature or seal.
 *
 * @param id DSS's identifier, the same in the reports
 * @param fieldName the signature field
 * @param commonName the certificate's CN
 * @param organisation the certificate's O
 * @param claimedTime what the signer says ({@code /M})
 * @param bestSignatureTime the earliest instant at which it is proved to exist (EN 319 102-1)
 * @param level as found in the file, for instance {@code PAdES-BASELINE-T}
 * @param subIndication why not, in the words of EN 319 102-1
 */
public record JudgedSignature(
        String id,
        @Nullable String fieldName,
        @Nullable String commonName,
        @Nullable String organisation,
        @Nullable Instant claimedTime,
        @Nullable Instant bestSignatureTime,
        String level,
        Indication indication,
        @Nullable String subIndication,
        List<String> errors,
        List<String> warnings) {

    public boolean passed() {
        return indication.passed();
    }
}
