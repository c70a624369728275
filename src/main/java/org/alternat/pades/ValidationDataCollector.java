package org.alternat.pades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alternat.pki.CertificateChecks;
import org.alternat.pki.RevocationData;
import org.alternat.pki.TimestampAuthority;
import org.alternat.shared.PdfBytes;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Gathers what a validator needs when every authority is long gone: the certificates of authorities, and who revoked what.
 * The people's one-shot certificates stay out: they stand in their signatures, and nothing can ever revoke them.
 */
public final class ValidationDataCollector {

    private final RevocationData revocation;
    private final TimestampAuthority timestamps;

    public ValidationDataCollector(RevocationData revocation, TimestampAuthority timestamps) {
        this.revocation = revocation;
        this.timestamps = timestamps;
    }

    /** What the archive timestamp on this file should have with it. */
    public ValidationData collect(PdfBytes file) {
        try {
            ValidationData embedded = EmbeddedValidationData.read(file);
            Set<X509CertificateHolder> certificates = new LinkedHashSet<>(timestamps.certificates());
            for (byte[] der : embedded.certificates()) {
                X509CertificateHolder certificate = new X509CertificateHolder(der);
                if (!CertificateChecks.isNeverRevoked(certificate)) {
                    certificates.add(certificate);
                }
            }
            List<byte[]> encoded = new ArrayList<>();
            for (X509CertificateHolder certificate : certificates) {
                encoded.add(certificate.getEncoded());
            }
            List<byte[]> lists = new ArrayList<>(embedded.revocationLists());
            lists.addAll(revocation.listsFor(certificates));
            return new ValidationData(encoded, lists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
