package org.alternat.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who issued a certificate is verified once; what is remembered of it helps no other certificate and no other issuer. */
class VerifiedCertificatesTest {

    @TempDir
    Path folder;

    @Test
    void a_certificate_whose_signature_was_changed_is_not_taken_for_the_one_that_was_verified() throws IOException {
        TestPki pki = new TestPki(folder);
        X509CertificateHolder issuer = pki.authority().certificate();
        X509CertificateHolder honest = pki.sealCertificate();
        byte[] changed = honest.getEncoded();
        changed[changed.length - 1] ^= 1;
        X509CertificateHolder forged = new X509CertificateHolder(changed);

        assertThat(CertificateChecks.isIssuedBy(honest, issuer)).isTrue();
        assertThat(CertificateChecks.isIssuedBy(honest, issuer))
                .as("remembered")
                .isTrue();
        assertThat(CertificateChecks.isIssuedBy(forged, issuer)).isFalse();
        assertThat(CertificateChecks.isIssuedBy(forged, issuer))
                .as("asked again")
                .isFalse();
    }

    @Test
    void an_authority_of_the_same_name_is_not_taken_for_the_one_that_issued() {
        TestPki pki = new TestPki(folder.resolve("one"));
        TestPki namesake = new TestPki(folder.resolve("other"));
        X509CertificateHolder honest = pki.sealCertificate();

        assertThat(CertificateChecks.isIssuedBy(honest, pki.authority().certificate()))
                .isTrue();
        assertThat(honest.getIssuer())
                .isEqualTo(namesake.authority().certificate().getSubject());
        assertThat(CertificateChecks.isIssuedBy(honest, namesake.authority().certificate()))
                .isFalse();
    }
}
