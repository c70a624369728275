package org.alternat.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.alternat.pades.ChainFixture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** The chain before an independent judge: EU DSS, which shares no line of code with what wrote it. */
class JudgedChainTest {

    @TempDir
    Path folder;

    private final Judge judge = new Judge(new JudgeProperties(null, DataSize.ofMegabytes(512), Duration.ofMinutes(2)));

    @ParameterizedTest
    @ValueSource(ints = {1, 24})
    void every_signature_and_timestamp_of_a_sealed_chain_passes_at_its_level(int signatories) throws Exception {
        ChainFixture chain = new ChainFixture(folder, ChainFixture.text(2), signatories);
        chain.certify();
        for (int n = 1; n <= signatories; n++) {
            chain.sign(n);
        }
        chain.seal();

        Judgement judgement = judge.judge(chain.head(), chain.anchors());

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
