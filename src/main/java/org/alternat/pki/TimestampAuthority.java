package org.alternat.pki;

import java.util.List;
import org.alternat.shared.Sha256;
import org.bouncycastle.cert.X509CertificateHolder;

/** An authority that binds a digest to an instant (RFC 3161). */
public interface TimestampAuthority {

    /**
     * Asks for a timestamp token.
     *
     * @return the token, a CMS SignedData in DER that holds the authority's certificate
     * @throws TimestampUnavailableException when there is no valid answer in time
     */
    byte[] timestamp(Sha256 imprint);

    /** The certificates of the authority that are known before it is asked; empty for one that is not ours. */
    List<X509CertificateHolder> certificates();

    /**
     * A token over these bytes; the authority's own digest makes the imprint, SHA-256 unless it is set otherwise.
     *
     * @throws TimestampUnavailableException when there is no valid answer in time
     */
    default byte[] timestampOver(byte[] data) {
        return timestamp(Sha256.of(data));
    }

    /** The certificates of outside units that have signed lately: their ends are watched, nothing else. */
    default List<X509CertificateHolder> signersSeen() {
        return List.of();
    }
}
