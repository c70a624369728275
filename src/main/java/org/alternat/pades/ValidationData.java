package org.alternat.pades;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a validator needs long after the authorities are gone.
 *
 * @param certificates X.509 certificates in DER: of signers, authorities, timestamping units, responders
 * @param revocationLists CRLs in DER (RFC 5280, section 5)
 * @param revocationAnswers OCSP responses in DER (RFC 6960, section 4.2.1)
 */
public record ValidationData(List<byte[]> certificates, List<byte[]> revocationLists, List<byte[]> revocationAnswers) {

    /** Whether an authority said something here about what it has revoked. */
    public boolean provesRevocation() {
        return !revocationLists.isEmpty() || !revocationAnswers.isEmpty();
    }

    ValidationData and(ValidationData other) {
        return new ValidationData(
                both(certificates, other.certificates),
                both(revocationLists, other.revocationLists),
                both(revocationAnswers, other.revocationAnswers));
    }

    private static List<byte[]> both(List<byte[]> some, List<byte[]> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
