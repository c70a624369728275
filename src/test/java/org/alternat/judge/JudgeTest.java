package org.alternat.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The real child process, on files that PDFBox and Bouncy Castle made. */
class JudgeTest {

    private static SmallPki pki;
    private static SmallPki foreign;
    private static SmallPki.Signer signatory;
    private static byte[] signed;

    private final Judge judge = judgeWithin(Duration.ofSeconds(60));

    @BeforeAll
    static void aSignedPage() throws Exception {
        pki = new SmallPki("Test CA");
        foreign = new SmallPki("Foreign CA");
        signatory = pki.signatory();
        signed = SmallPdf.signed(SmallPdf.page(), signatory);
    }

    @Test
    void a_signature_passes_under_its_own_trust_anchor() {
        Judgement judgement = judge(signed, pki.anchor);

        assertThat(judgement.allPassed()).isTrue();
        JudgedSignature signature = judgement.signatures().get(0);
        assertThat(signature.indication()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(signature.level()).isEqualTo("PAdES-BASELINE-B");
        assertThat(signature.fieldName()).isEqualTo("Signature1");
        assertThat(signature.commonName()).isEqualTo("Zoë Łęcka");
        assertThat(signature.organisation()).isEqualTo("Coopérative de l’Œuf");
        assertThat(signature.claimedTime()).isNotNull();
        assertThat(signature.errors()).isEmpty();
        assertThat(judgement.simpleReport()).contains("<SimpleReport");
        assertThat(judgement.detailedReport()).contains("<DetailedReport");
        assertThat(judgement.etsiReport()).contains("ValidationReport", "urn:etsi:019102:mainindication:total-passed");
    }

    @Test
    void an_issuer_who_is_not_an_anchor_is_never_believed() {
        Judgement judgement = judge(signed, foreign.anchor);

        assertThat(judgement.allPassed()).isFalse();
        assertThat(judgement.signatures().get(0).indication()).isEqualTo(Indication.INDETERMINATE);
        assertThat(judgement.signatures().get(0).subIndication()).isEqualTo("NO_CERTIFICATE_CHAIN_FOUND");
    }

    @Test
    void a_flipped_byte_fails() {
        byte[] flipped = signed.clone();
        flipped[12] ^= 1;

        Judgement judgement = judge(flipped, pki.anchor);

        assertThat(judgement.allPassed()).isFalse();
        assertThat(judgement.signatures().get(0).indication()).isEqualTo(Indication.TOTAL_FAILED);
        assertThat(judgement.signatures().get(0).subIndication()).isEqualTo("HASH_FAILURE");
    }

    @Test
    void bytes_after_the_last_signature_do_not_pass_though_every_signature_does() {
        byte[] longer = Arrays.copyOf(signed, signed.length + 7);
        Arrays.fill(longer, signed.length, longer.length, (byte) '\n');

        Judgement judgement = judge(longer, pki.anchor);

        assertThat(judgement.signatures()).allMatch(JudgedSignature::passed);
        assertThat(judgement.unsignedBytes()).isEqualTo(7);
        assertThat(judgement.allPassed()).isFalse();
    }

    @Test
    void a_certified_text_takes_further_signatures() throws Exception {
        byte[] certified = SmallPdf.certified(SmallPdf.page(), signatory);

        Judgement judgement = judge(SmallPdf.signed(certified, pki.signatory()), pki.anchor);

        assertThat(judgement.signatures()).hasSize(2);
        assertThat(judgement.allPassed()).isTrue();
    }

    @Test
    void a_certified_text_that_changes_under_a_later_signature_fails() throws Exception {
        byte[] certified = SmallPdf.certified(SmallPdf.page(), signatory);

        Judgement judgement = judge(SmallPdf.signedWithAnotherText(certified, pki.signatory()), pki.anchor);

        assertThat(judgement.signatures().get(0).indication()).isEqualTo(Indication.TOTAL_FAILED);
        assertThat(judgement.signatures().get(0).errors()).anyMatch(error -> error.contains("/DocMDP"));
        assertThat(judgement.allPassed()).isFalse();
    }

    @Test
    void a_certificate_that_could_be_revoked_needs_revocation_data() throws Exception {
        byte[] pdf = SmallPdf.signed(SmallPdf.page(), pki.withRevocationLeftOpen());

        JudgedSignature signature = judge(pdf, pki.anchor).signatures().get(0);

        assertThat(signature.indication()).isEqualTo(Indication.INDETERMINATE);
        assertThat(signature.errors()).anyMatch(error -> error.contains("revocation"));
    }

    @Test
    void a_certificate_for_logging_in_does_not_sign() throws Exception {
        byte[] pdf = SmallPdf.signed(SmallPdf.page(), pki.forLoggingIn());

        assertThat(judge(pdf, pki.anchor).allPassed()).isFalse();
    }

    @Test
    void a_short_key_does_not_sign() throws Exception {
        byte[] pdf = SmallPdf.signed(SmallPdf.page(), pki.withAShortKey());

        JudgedSignature signature = judge(pdf, pki.anchor).signatures().get(0);

        assertThat(signature.subIndication()).startsWith("CRYPTO_CONSTRAINTS_FAILURE");
    }

    @Test
    void a_signature_without_timestamp_does_not_outlive_its_certificate() {
        Judgement judgement = judge.judge(
                new PdfBytes(signed), List.of(pki.anchor), Instant.now().plus(Duration.ofDays(2)));

        assertThat(judgement.signatures().get(0).indication()).isEqualTo(Indication.INDETERMINATE);
    }

    @Test
    void an_address_in_a_certificate_is_not_followed() throws Exception {
        AtomicInteger visits = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/issuer.cer";
            byte[] pdf = SmallPdf.signed(SmallPdf.page(), pki.withIssuerAt(address));

            assertThat(judge(pdf, foreign.anchor).allPassed()).isFalse();
            assertThat(visits).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_file_without_signatures_has_passed_nothing() throws Exception {
        Judgement judgement = judge(SmallPdf.page(), pki.anchor);

        assertThat(judgement.signatures()).isEmpty();
        assertThat(judgement.allPassed()).isFalse();
    }

    @Test
    void what_is_not_a_pdf_cannot_be_judged() {
        byte[] garbage = "no PDF at all".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> judge(garbage, pki.anchor)).isInstanceOf(UnjudgeableFileException.class);
    }

    @Test
    void the_time_limit_is_kept_and_no_child_is_left_behind() {
        Judge hurried = judgeWithin(Duration.ofMillis(50));

        assertThatThrownBy(() -> hurried.judge(new PdfBytes(signed), List.of(pki.anchor)))
                .isInstanceOf(JudgeUnavailableException.class)
                .hasMessageContaining("50 ms");
        assertThat(ProcessHandle.current().children().filter(JudgeTest::isAJudge))
                .allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void a_missing_class_path_is_named(@TempDir Path empty) {
        Judge homeless = new Judge(
                new JudgeProperties(empty, DataSize.ofMegabytes(512), Duration.ofSeconds(60), Duration.ofSeconds(20)));

        assertThatThrownBy(() -> homeless.judge(new PdfBytes(signed), List.of(pki.anchor)))
                .isInstanceOf(JudgeUnavailableException.class)
                .hasMessageContaining("alternat.judge.directory");
    }

    @Test
    void the_child_inherits_nothing_of_our_environment(@TempDir Path directory) {
        JudgeProperties properties =
                new JudgeProperties(null, DataSize.ofMegabytes(512), Duration.ofSeconds(60), Duration.ofSeconds(20));

        assertThat(System.getenv()).isNotEmpty();
        assertThat(new JudgeCommand(properties).in(directory).environment()).isEmpty();
    }

    private Judgement judge(byte[] pdf, X509Certificate anchor) {
        return judge.judge(new PdfBytes(pdf), List.of(anchor));
    }

    private static Judge judgeWithin(Duration limit) {
        return new Judge(new JudgeProperties(null, DataSize.ofMegabytes(512), limit, Duration.ofSeconds(20)));
    }

    private static boolean isAJudge(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("alternat-judge.jar");
    }
}
