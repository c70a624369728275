package org.alternat.pki;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the revocation of a certificate and of its authorities.
 *
 * @param issuedAt when the list or answer was made ({@code thisUpdate})
 * @param revokedAt when the certificate was revoked, if it was
 */
public record Revocation(
        Status status, @Nullable Instant issuedAt, @Nullable Instant revokedAt) {

    public static final Revocation NOT_KNOWN = new Revocation(Status.NOT_KNOWN, null, null);

    /** What became of the certificates between the signer and the authority. */
    public enum Status {
        /** Certificates of minutes that nothing can revoke (RFC 9608). */
        NOT_NEEDED,
        NOT_REVOKED_BY_LIST,
        NOT_REVOKED_BY_ANSWER,
        REVOKED,
        /** Nothing that holds says anything about it. */
        NOT_KNOWN
    }
}
