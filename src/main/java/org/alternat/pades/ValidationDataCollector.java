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

    /**
     * What was asked ahead, while nobody had to wait for it.
     *
     * @param certificates about which the authorities were asked
     */
    public record Asked(Set<X509CertificateHolder> certificates, RevocationProofs proofs) {

        private static final Asked NOTHING = new Asked(Set.of(), new RevocationProofs(List.of(), List.of(), false));
    }

    /** Asks other authorities about every certificate in a file. */
    public Asked ask(PdfBytes file) {
        Set<X509CertificateHolder> certificates = certificates(EmbeddedValidationData.read(file), any -> true);
        certificates.removeIf(revocation::answersItself);
        return new Asked(certificates, revocation.ask(certificates));
    }

    /** What the archive timestamp on this file should have with it. */
    public ValidationData collect(PdfBytes file) {
        return collect(file, Asked.NOTHING);
    }

    /** The same, when most of it was asked ahead: of the file as it was then. */
    public ValidationData collect(PdfBytes file, Asked ahead) {
        return collect(file, any -> true, ahead);
    }

    /**
     * The same without the signers' own certificates: what all signatures share, however many there are.
     *
     * @param signer what is known of one signer
     */
    public ValidationData collectShared(PdfBytes file, ValidationData signer) {
        return signer.and(collect(file, ValidationDataCollector::isShared, Asked.NOTHING));
    }

    private static boolean isShared(X509CertificateHolder certificate) {
        BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
        ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(certificate.getExtensions());
        return (constraints != null && constraints.isCA())
                || (usage != null && usage.hasKeyPurposeId(KeyPurposeId.id_kp_timeStamping));
    }

    private ValidationData collect(PdfBytes file, Predicate<X509CertificateHolder> wanted, Asked ahead) {
        ValidationData embedded = EmbeddedValidationData.read(file);
        Set<X509CertificateHolder> certificates = certificates(embedded, wanted);
        Set<X509CertificateHolder> unasked = new LinkedHashSet<>(certificates);
        unasked.removeAll(ahead.certificates());
        RevocationProofs now = revocation.ask(unasked);
        certificates.addAll(ahead.proofs().responders());
        certificates.addAll(now.responders());
        return new ValidationData(encoded(certificates), embedded.revocationLists(), embedded.revocationAnswers())
                .and(new ValidationData(
                        List.of(), ahead.proofs().lists(), ahead.proofs().answers()))
                .and(new ValidationData(List.of(), now.lists(), now.answers()));
    }

    private Set<X509CertificateHolder> certificates(ValidationData embedded, Predicate<X509CertificateHolder> wanted) {
        try {
            Set<X509CertificateHolder> certificates = new LinkedHashSet<>(timestamps.certificates());
            for (byte[] der : embedded.certificates()) {
                X509CertificateHolder certificate = new X509CertificateHolder(der);
                if (!CertificateChecks.isNeverRevoked(certificate) && wanted.test(certificate)) {
                    certificates.add(certificate);
                }
            }
            return certificates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> encoded(Set<X509CertificateHolder> certificates) {
        try {
            List<byte[]> encoded = new ArrayList<>();
            for (X509CertificateHolder certificate : certificates) {
                encoded.add(certificate.getEncoded());
            }
            return encoded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
