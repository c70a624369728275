package org.alternat.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.alternat.testing.MovableClock;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger hears about our certificates: by list and by answer, the same, of the old CAs too, and cheaply. */
class PublishedAnswersTest {

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T09:00:00Z"));

    @Test
    void a_certificate_of_ours_is_good_and_the_answer_is_signed_by_its_own_ca() throws Exception {
        TestPki pki = new TestPki(folder, clock);
        X509CertificateHolder seal = pki.sealCertificate();

        OCSPResp response = ask(pki, seal.getSerialNumber());

        assertThat(response.getStatus()).isEqualTo(OCSPRespBuilder.SUCCESSFUL);
        BasicOCSPResp answer = (BasicOCSPResp) response.getResponseObject();
        assertThat(answer.getResponses()[0].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
        assertThat(answer.isSignatureValid(
                        CertificateChecks.contentVerifier(pki.authority().certificate())))
                .isTrue();
    }

    @Test
    void one_that_the_operator_revoked_stands_on_the_list_and_in_the_answer() throws Exception {
        TestPki before = new TestPki(folder, clock);
        BigInteger serial = before.sealCertificate().getSerialNumber();
        assertThat(before.authority().revocationList().getRevokedCertificate(serial))
                .isNull();
        Instant since = Instant.parse("2026-11-20T12:00:00Z");

        TestPki pki = new TestPki(folder, clock).revoking(Map.of(serial.toString(16), since));

        assertThat(pki.authority()
                        .revocationList()
                        .getRevokedCertificate(serial)
                        .getRevocationDate())
                .isEqualTo(since);
        BasicOCSPResp answer = (BasicOCSPResp) ask(pki, serial).getResponseObject();
        assertThat(answer.getResponses()[0].getCertStatus())
                .isInstanceOfSatisfying(RevokedStatus.class, revoked -> assertThat(revoked.getRevocationTime())
                        .isEqualTo(since));
    }

    @Test
    void a_ca_of_an_earlier_generation_still_answers_and_lists() throws Exception {
        TestPki first = new TestPki(folder);
        BigInteger serial = first.sealCertificate().getSerialNumber();
        TestPki second = TestPki.inGeneration(2, folder);
        CertificateAuthority old = second.authorities().all().get(0);

        byte[] asked = request(first.authority().certificate(), serial);
        OCSPResp response = new OCSPResp(new PublishedAnswers(second.authorities(), clock).answer(asked));

        assertThat(((BasicOCSPResp) response.getResponseObject()).getResponses()[0].getCertStatus())
                .isEqualTo(CertificateStatus.GOOD);
        assertThat(old.revocationList()
                        .isSignatureValid(CertificateChecks.contentVerifier(
                                first.authority().certificate())))
                .isTrue();
    }

    @Test
    void of_a_certificate_that_we_do_not_keep_nothing_is_said_under_signature() throws Exception {
        OCSPResp response = ask(new TestPki(folder, clock), BigInteger.valueOf(42));

        assertThat(response.getStatus()).isEqualTo(OCSPRespBuilder.UNAUTHORIZED);
        assertThat(response.getResponseObject()).isNull();
    }

    @Test
    void something_else_than_a_request_is_told_so() throws Exception {
        PublishedAnswers answers = new PublishedAnswers(new TestPki(folder, clock).authorities(), clock);

        for (byte[] nonsense : new byte[][] {{}, {0x30}, new byte[500]}) {
            assertThat(new OCSPResp(answers.answer(nonsense)).getStatus()).isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
        }
    }

    @Test
    void the_cas_key_works_once_an_hour_however_often_it_is_asked() throws Exception {
        TestPki pki = new TestPki(folder, clock);
        ServiceAuthorities authorities = pki.authorities();
        PublishedAnswers answers = new PublishedAnswers(authorities, clock);
        byte[] asked = request(
                authorities.current().certificate(), pki.sealCertificate().getSerialNumber());
        byte[] answer = answers.answer(asked);
        byte[] list = authorities.current().publishedList();

        clock.forward(Duration.ofMinutes(59));
        assertThat(answers.answer(asked)).isEqualTo(answer);
        assertThat(authorities.current().publishedList()).isEqualTo(list);

        clock.forward(Duration.ofMinutes(2));
        assertThat(answers.answer(asked)).isNotEqualTo(answer);
        assertThat(authorities.current().publishedList()).isNotEqualTo(list);
    }

    private OCSPResp ask(TestPki pki, BigInteger serial) throws Exception {
        return new OCSPResp(new PublishedAnswers(pki.authorities(), clock)
                .answer(request(pki.authority().certificate(), serial)));
    }

    static byte[] request(X509CertificateHolder issuer, BigInteger serial) throws Exception {
        CertificateID id =
                new CertificateID(new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1), issuer, serial);
        return new OCSPReqBuilder().addRequest(id).build().getEncoded();
    }
}
