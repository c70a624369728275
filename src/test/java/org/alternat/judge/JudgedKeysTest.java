package org.alternat.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.alternat.pades.ChainFixture;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pki.TestPki;
import org.alternat.pki.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Whatever keeps the keys, and however many generations of them have signed: both judges agree about the sealed chain. */
class JudgedKeysTest {

    @TempDir
    Path folder;

    private final Judge judge = new Judge(
            new JudgeProperties(null, DataSize.ofMegabytes(512), Duration.ofMinutes(2), Duration.ofSeconds(20)));

    @Test
    void a_chain_of_which_ca_seal_and_timestamp_keys_live_in_a_token_is_valid() throws Exception {
        TestPki token = TestPki.inToken(TestTokens.take());
        ChainFixture chain = new ChainFixture(token, ChainFixture.text(2), 2);
        chain.certify();
        chain.sign(1);
        chain.sign(2);
        chain.seal();

        isValid(chain, token, 4);
    }

    @Test
    void a_chain_begun_under_one_generation_of_keys_is_signed_and_sealed_under_the_next() throws Exception {
        TestPki first = new TestPki(folder);
        ChainFixture chain = new ChainFixture(first, ChainFixture.text(2), 2);
        chain.certify();
        chain.sign(1);
        ChainFixture sealedBefore = new ChainFixture(first, ChainFixture.text(1), 1);
        sealedBefore.sign(1);
        sealedBefore.seal();

        TestPki second = TestPki.inGeneration(2, folder);
        chain.continueWith(second);
        chain.sign(2);
        chain.seal();

        assertThat(second.authority().certificate())
                .isNotEqualTo(first.authority().certificate());
        assertThat(second.anchors().certificates())
                .contains(first.authority().certificate(), second.authority().certificate());
        isValid(chain, second, 4);
        isValid(sealedBefore, second, 2);
    }

    @Test
    void signatories_keys_may_be_rsa() throws Exception {
        TestPki rsa = new TestPki(folder).withRsa();
        ChainFixture chain = new ChainFixture(rsa, ChainFixture.text(2), 1);
        chain.certify();
        chain.sign(1);
        chain.seal();

        assertThat(new String(chain.head().toByteArray(), StandardCharsets.ISO_8859_1))
                .as("the certificate of an RSA key: its algorithm's identifier, in hexadecimal digits")
                .contains("06092A864886F70D010101");
        isValid(chain, rsa, 3);
    }

    private void isValid(ChainFixture chain, TestPki pki, int signatures) {
        assertThat(new SignatureVerifier(pki.anchors()).verify(chain.head()).valid())
                .isTrue();
        Judgement judgement = judge.judge(chain.head(), pki.anchors().x509Certificates());
        assertThat(judgement.signatures()).hasSize(signatures).allSatisfy(signature -> {
            assertThat(signature.errors()).isEmpty();
            assertThat(signature.indication()).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(signature.level()).isEqualTo("PAdES-BASELINE-LTA");
        });
        assertThat(judgement.allPassed()).isTrue();
    }
}
