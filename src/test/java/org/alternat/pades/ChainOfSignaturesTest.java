package org.alternat.pades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.alternat.pki.TestPki;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one idea: each revision starts with the bytes of the one before, and nobody disturbs an earlier signature. */
class ChainOfSignaturesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 24})
    void every_prefix_of_the_chain_is_valid_and_starts_with_the_one_before(int signatories) throws Exception {
        ChainFixture chain = chainOf(signatories);

        SignatureVerifier verifier = new SignatureVerifier(chain.pki.anchors());
        for (int i = 1; i < chain.prefixes.size(); i++) {
            assertThat(chain.prefixes.get(i).startsWith(chain.prefixes.get(i - 1)))
                    .isTrue();
            if (i >= 2) {
                VerificationReport report = verifier.verify(chain.prefixes.get(i));
                assertThat(report.problems()).isEmpty();
                assertThat(report.signatures())
                        .allSatisfy(s -> assertThat(s.problems()).isEmpty());
                assertThat(report.signatures()).hasSize(i - 1);
            }
        }
        VerificationReport last = verifier.verify(chain.head());
        assertThat(last.signaturesOfPeople()).isEqualTo(signatories);
        assertThat(last.signatures().get(1).level()).isEqualTo(VerificationReport.Level.B_LTA);
        Path kept = Path.of("target/chains");
        Files.createDirectories(kept);
        Files.write(kept.resolve("chain-" + signatories + ".pdf"), chain.head().toByteArray());
        Files.write(
                kept.resolve("anchor.der"), chain.pki.authority().certificate().getEncoded());
    }

    @Test
    void the_state_rebuilt_from_the_bytes_equals_the_one_that_was_kept_after_every_revision() throws Exception {
        ChainFixture chain = chainOf(5);
        Instant later = Instant.now().plus(Duration.ofDays(3653));
        chain.renew(new TestPki(folder, Clock.fixed(later, ZoneOffset.UTC)), later);

        assertThat(chain.states).hasSize(10);
        for (int i = 0; i < chain.states.size(); i++) {
            PdfBytes prefix = chain.prefixes.get(i + 1);
            assertThat(ChainReader.read(prefix)).isEqualTo(chain.states.get(i));
            assertThat(chain.states.get(i).sha256()).isEqualTo(prefix.sha256());
        }
    }

    @Test
    void a_flipped_byte_anywhere_is_found() throws Exception {
        ChainFixture chain = chainOf(3);
        byte[] bytes = chain.head().toByteArray();
        bytes[chain.prefixes.get(0).length() / 2] ^= 1;

        assertThat(new SignatureVerifier(chain.pki.anchors())
                        .verify(new PdfBytes(bytes))
                        .valid())
                .isFalse();
    }

    @Test
    void the_gate_refuses_a_signature_by_somebody_else() throws Exception {
        ChainFixture chain = new ChainFixture(folder, ChainFixture.text(2), 2);
        AppendedRevision revision =
                chain.writer.sign(chain.tip, ChainFixture.details(SignatureFields.signature(1), "X"), chain.pki.seal());

        assertThatThrownBy(() -> chain.gate.check(
                        chain.tip,
                        revision.delta(),
                        ChainFixture.expectation(SignatureFields.signature(1), Optional.of("somebody"))))
                .isInstanceOf(RevisionRefusedException.class)
                .hasMessageContaining("somebody else");
    }

    @Test
    void nobody_signs_in_a_field_twice() throws Exception {
        ChainFixture chain = new ChainFixture(folder, ChainFixture.text(2), 2);
        chain.sign(1);

        assertThat(chain.tip.hasEmptyField(SignatureFields.signature(1))).isFalse();
        assertThatThrownBy(() -> chain.sign(1)).isInstanceOf(IllegalStateException.class);
    }

    private ChainFixture chainOf(int signatories) throws RevisionRefusedException {
        ChainFixture chain = new ChainFixture(folder, ChainFixture.text(3), signatories);
        chain.certify();
        for (int n = 1; n <= signatories; n++) {
            chain.sign(n);
        }
        chain.seal();
        return chain;
    }
}
