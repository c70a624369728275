package org.alternat.pades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.alternat.pki.CertificateChecks;
import org.alternat.pki.RevocationProofs;
import org.alternat.pki.RevocationSource;
import org.alternat.pki.TimestampAuthority;
import org.alternat.shared.PdfBytes;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Gathers what a validator needs when every authority is long gone: the certificates of authorities, and who revoked what.
 * The people's one-shot certificates stay out: they stand in their signatures, and nothing can ever revoke them.
 */
public final class ValidationDataCollector {

    private final RevocationSource revocation;
    private final TimestampAuthority timestamps;

    public ValidationDataCollector(RevocationSource revocation, TimestampAuthority timestamps) {
        this.revocation = revocation;
        this.timestamps = timestamps;
    }

    /** What the archive timestamp on this file should have with it. */
    public ValidationData collect(PdfBytes file) {
        return collect(file, certificate -> true);
    }

    /**
     * The same without the signers' own certificates: what all signatures share, however many there are.
     *
     * @param signer what is known of one signer
     */
    public ValidationData collectShared(PdfBytes file, ValidationData signer) {
        return signer.and(collect(file, ValidationDataCollector::isShared));
    }

    private static boolean isShared(X509CertificateHolder certificate) {
        BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
        ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(certificate.getExtensions());
        return (constraints != null && constraints.isCA())
                || (usage != null && usage.hasKeyPurposeId(KeyPurposeId.id_kp_timeStamping));
    }

    private ValidationData collect(PdfBytes file, Predicate<X509CertificateHolder> wanted) {
        try {
            ValidationData embedded = EmbeddedValidationData.read(file);
            Set<X509CertificateHolder> certificates = new LinkedHashSet<>(timestamps.certificates());
            for (byte[] der : embedded.certificates()) {
                X509CertificateHolder certificate = new X509CertificateHolder(der);
                if (!CertificateChecks.isNeverRevoked(certificate) && wanted.test(certificate)) {
                    certificates.add(certificate);
                }
            }
            RevocationProofs proofs = revocation.ask(certificates);
            certificates.addAll(proofs.responders());
            List<byte[]> encoded = new ArrayList<>();
            for (X509CertificateHolder certificate : certificates) {
                encoded.add(certificate.getEncoded());
            }
            List<byte[]> lists = new ArrayList<>(embedded.revocationLists());
            lists.addAll(proofs.lists());
            List<byte[]> answers = new ArrayList<>(embedded.revocationAnswers());
            answers.addAll(proofs.answers());
            return new ValidationData(encoded, lists, answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
