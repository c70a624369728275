package org.alternat.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.alternat.document.DocumentIntake;
import org.alternat.document.IntakeResult;
import org.alternat.pades.ChainFixture;
import org.alternat.pades.EmbeddedValidationData;
import org.alternat.pades.OtherTools;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.attack.AuthorityServer;
import org.alternat.pades.attack.ForeignPki;
import org.alternat.pades.attack.ForeignTool;
import org.alternat.pades.attack.PdfUpdate;
import org.alternat.pki.TestPki;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The chain before an independent judge: EU DSS, which shares no line of code with what wrote it. */
class JudgedChainTest {

    @TempDir
    Path folder;

    private final Judge judge = new Judge(
            new JudgeProperties(null, DataSize.ofMegabytes(512), Duration.ofMinutes(2), Duration.ofSeconds(20)));

    @Test
    void every_signature_and_timestamp_of_a_sealed_chain_passes_at_its_level() throws Exception {
        allPass(ChainFixture.text(2), 24);
    }

    @Test
    void a_tagged_text_passes_as_well() throws Exception {
        byte[] sample =
                getClass().getResourceAsStream("/sample/declaration.pdf").readAllBytes();

        allPass(((IntakeResult.Accepted) new DocumentIntake().examine(sample)).text(), 3);
    }

    @Test
    void before_the_archive_timestamp_nothing_is_missing_but_the_revocation_data() throws Exception {
        ChainFixture chain = new ChainFixture(folder, ChainFixture.text(1), 2);
        chain.certify();
        chain.sign(1);
        chain.sign(2);

        Judgement judgement = judge.judge(chain.head(), chain.anchors());

        assertThat(judgement.signatures()).hasSize(3).allSatisfy(signature -> {
            assertThat(signature.indication()).isEqualTo(Indication.INDETERMINATE);
            assertThat(signature.subIndication()).isEqualTo("CERTIFICATE_CHAIN_GENERAL_FAILURE");
            assertThat(signature.level()).isEqualTo("PAdES-BASELINE-T");
            assertThat(signature.warnings()).isEmpty();
        });
        assertThat(judgement.accepts("SIG_0002", 0))
                .as("a new signature must be proved whole")
                .isFalse();
        assertThat(judgement.lacksProofOfTimestamps("SIG_0002")).isTrue();
        assertThat(judgement.allPassed()).isFalse();
    }

    @Test
    void ten_years_later_a_renewed_chain_passes_although_the_seal_has_expired() throws Exception {
        ChainFixture chain = sealed(ChainFixture.text(2), 5);
        Instant later = Instant.now().plus(Duration.ofDays(3653));
        chain.renew(new TestPki(folder, Clock.fixed(later, ZoneOffset.UTC)), later);

        allPass(judge.judge(chain.head(), chain.anchors(), later.plusSeconds(60)), 5);
    }

    /** Authorities that give answers and no lists: what they said stands in the file, each once, and is asked again at a renewal. */
    @Test
    void signatures_by_cards_pass_by_the_answers_of_their_authority() throws Exception {
        ForeignPki cards = new ForeignPki();
        ChainFixture chain = new ChainFixture(folder, ChainFixture.text(1), 3);
        chain.pki().trusting(cards.root());
        chain.certify();
        chain.sign(1);
        try (AuthorityServer authority = new AuthorityServer()) {
            for (int n = 2; n <= 3; n++) {
                ForeignPki.Card card =
                        cards.saying(null, authority.at("/ocsp/" + n)).card("Zoë", "D'Hondt");
                authority.serve("/ocsp/" + n, cards.goodAnswer(card));
                chain.take(
                        new ForeignTool(card, cards.chainOf(card), chain.pki().timestamps())
                                .sign(new PdfUpdate(chain.head().toByteArray()), SignatureFields.signature(n)));
            }
            chain.seal();
            chain.renew(chain.pki(), Instant.now());
        }

        allPass(judge.judge(chain.head(), chain.anchors()), 3);
        assertThat(EmbeddedValidationData.read(chain.head()).revocationAnswers())
                .hasSize(2);
        OtherTools others =
                new OtherTools(folder, chain.pki().authority().certificate().getEncoded());
        others.qpdfFindsItSound(chain.head());
        others.pdfsigFindsValid(chain.head(), 5);
    }

    private void allPass(PdfBytes text, int signatories) throws Exception {
        allPass(
                judge.judge(
                        sealed(text, signatories).head(),
                        new TestPki(folder).anchors().x509Certificates()),
                signatories);
    }

    private ChainFixture sealed(PdfBytes text, int signatories) throws Exception {
        ChainFixture chain = new ChainFixture(folder, text, signatories);
        chain.certify();
        for (int n = 1; n <= signatories; n++) {
            chain.sign(n);
        }
        chain.seal();
        return chain;
    }

    private static void allPass(Judgement judgement, int signatories) {
        assertThat(judgement.signatures()).hasSize(signatories + 2).allSatisfy(signature -> {
            assertThat(signature.errors()).isEmpty();
            assertThat(signature.warnings()).isEmpty();
            assertThat(signature.indication()).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(signature.level()).isEqualTo("PAdES-BASELINE-LTA");
        });
        assertThat(judgement.timestamps())
                .allSatisfy(timestamp -> assertThat(timestamp.passed()).isTrue());
        assertThat(judgement.allPassed()).isTrue();
    }
}
