package org.alternat.pki;

/**
 * Makes a detached CAdES signature (EN 319 122-1, profile of EN 319 142-1, clause 6) over bytes of which only the digest
 * is told: the key never meets the PDF.
 */
@FunctionalInterface
public interface CmsSigner {

    /**
     * Signs once.
     *
     * @param documentDigest SHA-256 over the bytes that the signature covers, 32 bytes
     * @return the CMS SignedData in DER, with a signature timestamp
     * @throws TimestampUnavailableException when no timestamp authority answered: there is no signature without one
     */
    byte[] sign(byte[] documentDigest);

    /** Bytes to reserve for the answer; a longer one has to be signed anew in more room. */
    default int room() {
        return 6 * 1024;
    }
}
