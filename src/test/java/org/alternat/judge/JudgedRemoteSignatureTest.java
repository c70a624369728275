package org.alternat.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.alternat.pades.ChainFixture;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pki.CscProvider;
import org.alternat.pki.RemoteSigner;
import org.alternat.pki.TestPki;
import org.alternat.pki.csc.CscCredential;
import org.alternat.pki.csc.CscSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** A signature made at a provider, of which only digests travelled: it passes the gate, our verifier and the judge like ours. */
class JudgedRemoteSignatureTest {

    private static final String SERIAL = "PNOBE-85073003328";
    private static final String SUBJECT =
            "C=BE,O=Fédération n° 1,GIVENNAME=Zoë,SURNAME=D’Hondt,SERIALNUMBER=" + SERIAL + ",CN=Zoë D’Hondt";

    @TempDir
    Path folder;

    private final Judge judge = new Judge(
            new JudgeProperties(null, DataSize.ofMegabytes(512), Duration.ofMinutes(2), Duration.ofSeconds(20)));

    @ParameterizedTest
    @CsvSource({"EC, HASH", "EC, DOCUMENT", "RSA, HASH", "RSA, DOCUMENT"})
    void it_is_spliced_into_the_prepared_bytes_and_stands_between_our_own(String key, RemoteSigner.Mode mode)
            throws Exception {
        try (CscProvider provider = new CscProvider(key, SUBJECT)) {
            CscSettings settings = new CscSettings(
                    provider.address(),
                    CscProvider.CREDENTIAL,
                    Files.writeString(folder.resolve("token"), CscProvider.TOKEN),
                    Files.writeString(folder.resolve("pin"), CscProvider.PIN),
                    mode,
                    Duration.ofSeconds(5));
            TestPki pki = new TestPki(folder).trusting(provider.root());
            ChainFixture chain = new ChainFixture(pki, ChainFixture.text(2), 2);
            chain.certify();
            chain.signWith(new RemoteSigner(new CscCredential(settings), mode, pki.timestamps()), 1, SERIAL);
            chain.sign(2);
            chain.seal();

            assertThat(new SignatureVerifier(pki.anchors()).verify(chain.head()).valid())
                    .isTrue();
            Judgement judgement = judge.judge(chain.head(), chain.anchors());
            assertThat(judgement.signatures()).hasSize(4).allSatisfy(signature -> {
                assertThat(signature.errors()).isEmpty();
                assertThat(signature.indication()).isEqualTo(Indication.TOTAL_PASSED);
                assertThat(signature.level()).isEqualTo("PAdES-BASELINE-LTA");
            });
            assertThat(judgement.allPassed()).isTrue();
        }
    }
}
