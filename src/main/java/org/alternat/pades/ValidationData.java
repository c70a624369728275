package org.alternat.pades;

import java.util.List;

/**
 * What a validator needs long after the authorities are gone.
 *
 * @param certificates X.509 certificates in DER: of signers, authorities, timestamping units
 * @param revocationLists CRLs in DER (RFC 5280, section 5)
 */
public record ValidationData(List<byte[]> certificates, List<byte[]> revocationLists) {}
