package org.alternat.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each signature has a key and a certificate of its own: it names the person, lives minutes, and nothing revokes it. */
class OneShotCertificateTest {

    @TempDir
    Path folder;

    private final SignatoryId zoe = SignatoryId.random();

    @Test
    void it_names_the_person_the_party_and_the_invitation() throws Exception {
        X509CertificateHolder certificate = certificates(1).get(0);

        assertThat(name(certificate, BCStyle.CN)).isEqualTo("Zoë D’Hondt-Łukasiewicz");
        assertThat(name(certificate, BCStyle.GIVENNAME)).isEqualTo("Zoë");
        assertThat(name(certificate, BCStyle.SURNAME)).isEqualTo("D’Hondt-Łukasiewicz");
        assertThat(name(certificate, BCStyle.O)).isEqualTo("Fédération, coopérative & Cie");
        assertThat(name(certificate, BCStyle.C)).isEqualTo("BE");
        assertThat(name(certificate, BCStyle.SERIALNUMBER)).isEqualTo(zoe.toString());
    }

    @Test
    void it_is_for_non_repudiation_only_lives_minutes_and_says_that_nothing_revokes_it() throws Exception {
        X509CertificateHolder certificate = certificates(1).get(0);

        assertThat(KeyUsage.fromExtensions(certificate.getExtensions()).hasUsages(KeyUsage.nonRepudiation))
                .isTrue();
        assertThat(KeyUsage.fromExtensions(certificate.getExtensions()).hasUsages(KeyUsage.digitalSignature))
                .isFalse();
        assertThat(Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofMinutes(11));
        assertThat(CertificateChecks.isNeverRevoked(certificate)).isTrue();
        assertThat(certificate.getExtension(CertificateProfiles.VALIDITY_ASSURED_SHORT_TERM))
                .isNotNull();
    }

    @Test
    void only_the_services_lasting_certificates_say_where_to_ask_about_them() throws Exception {
        TestPki pki = new TestPki(folder);

        assertThat(certificates(1).get(0).getExtension(Extension.cRLDistributionPoints))
                .isNull();
        assertThat(certificates(1).get(0).getExtension(Extension.authorityInfoAccess))
                .isNull();
        for (X509CertificateHolder lasting :
                List.of(pki.sealCertificate(), pki.timestamps().certificates().get(0))) {
            assertThat(CRLDistPoint.fromExtensions(lasting.getExtensions()).toString())
                    .contains(TestPki.NOWHERE + "/certs/1.crl");
            assertThat(AuthorityInformationAccess.fromExtensions(lasting.getExtensions())
                            .getAccessDescriptions())
                    .extracting(access -> access.getAccessLocation().getName().toString())
                    .containsExactly(TestPki.NOWHERE + "/certs/ocsp", TestPki.NOWHERE + "/certs/1.der");
        }
    }

    @Test
    void no_two_signatures_share_a_key_or_a_serial_number() throws Exception {
        List<X509CertificateHolder> all = certificates(20);

        HashSet<Object> keys = new HashSet<>();
        HashSet<Object> serials = new HashSet<>();
        all.forEach(certificate -> {
            keys.add(certificate.getSubjectPublicKeyInfo());
            serials.add(certificate.getSerialNumber());
        });
        assertThat(keys).hasSize(20);
        assertThat(serials).hasSize(20);
    }

    private List<X509CertificateHolder> certificates(int count) throws Exception {
        SignatorySubject subject =
                new SignatorySubject(zoe, "Zoë", "D’Hondt-Łukasiewicz", "Fédération, coopérative & Cie", "BE");
        CmsSigner signer = new TestPki(folder).signatorySigner().signerFor(subject);
        List<X509CertificateHolder> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CMSSignedData cms = new CMSSignedData(
                    signer.sign(Sha256.of(new byte[] {(byte) i}).bytes()));
            var id = cms.getSignerInfos().getSigners().iterator().next().getSID();
            cms.getCertificates().getMatches(null).stream().filter(id::match).forEach(found::add);
        }
        return found;
    }

    private static String name(X509CertificateHolder certificate, org.bouncycastle.asn1.ASN1ObjectIdentifier type) {
        return CertificateNames.attribute(certificate, type).orElseThrow();
    }
}
