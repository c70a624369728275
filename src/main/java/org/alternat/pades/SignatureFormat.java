package org.alternat.pades;

/** How the signature is packed ({@code /SubFilter}; ISO 32000-2, table 255). */
public enum SignatureFormat {
    /** {@code ETSI.CAdES.detached} or {@code ETSI.RFC3161}: PAdES, EN 319 142-1. */
    PADES,
    /** {@code adbe.pkcs7.detached}: a CMS that need not name its certificate. */
    PKCS7,
    OTHER
}
