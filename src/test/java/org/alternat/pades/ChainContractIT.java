package org.alternat.pades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alternat.document.DocumentIntake;
import org.alternat.document.IntakeResult;
import org.alternat.pki.TestPki;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every chain promises, whatever its text and its length, checked by programs that share no code with what wrote it. The
 * judge has a test of its own, {@code JudgedChainTest}.
 */
class ChainContractIT {

    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    @TempDir
    Path folder;

    static Stream<Arguments> chains() throws Exception {
        PdfBytes tagged = intake(ChainContractIT.class
                .getResourceAsStream("/sample/declaration.pdf")
                .readAllBytes());
        PdfBytes plain = intake(ChainFixture.text(3).toByteArray());
        return IntStream.of(1, 5, 24, 100)
                .boxed()
                .flatMap(n -> Stream.of(arguments("the sample", tagged, n), arguments("a plain text", plain, n)));
    }

    @ParameterizedTest(name = "{0} with {2} signatures")
    @MethodSource("chains")
    void every_prefix_is_sound_and_every_signature_in_it_valid(String what, PdfBytes text, int signatories)
            throws Exception {
        ChainFixture chain = sealedAndRenewed(text, signatories);
        OtherTools others =
                new OtherTools(folder, chain.pki.authority().certificate().getEncoded());
        SignatureVerifier verifier = new SignatureVerifier(chain.pki.anchors());
        Set<String> brokenBefore = VeraPdf.brokenRulesOfPdfA2b(text);
        Set<String> brokenForReaders = VeraPdf.brokenRulesOfPdfUa1(text);
        if (!brokenForReaders.isEmpty()) {
            // In a text without tags the fields have none either, and nothing tells the language of their names.
            brokenForReaders.addAll(List.of("7.18.4-1", "7.2-25"));
        }
        List<PdfBytes> prefixes = chain.prefixes;
        int last = prefixes.size() - 1;

        for (int i = 1; i <= last; i++) {
            assertThat(prefixes.get(i).startsWith(prefixes.get(i - 1))).isTrue();
        }
        for (int i : lookedAt(signatories, last)) {
            PdfBytes prefix = prefixes.get(i);
            long timestamps = Math.max(0, i - (signatories + 3));
            VerificationReport report = verifier.verify(prefix);
            assertThat(report.valid()).as(report.toString()).isTrue();
            assertThat(report.signatures()).hasSize(i - 1);
            others.qpdfFindsItSound(prefix);
            others.pdfsigFindsValid(prefix, i - 1 - timestamps);
        }
        for (int i : milestones(signatories, last)) {
            assertThat(VeraPdf.brokenRulesOfPdfA2b(prefixes.get(i)))
                    .as("PDF/A of prefix " + i)
                    .isEqualTo(brokenBefore);
            assertThat(VeraPdf.brokenRulesOfPdfUa1(prefixes.get(i)))
                    .as("PDF/UA of prefix " + i)
                    .isEqualTo(brokenForReaders);
        }
        List<SignedParts.Part> parts = SignedParts.of(chain.head());
        assertThat(parts).hasSize(last - 1);
        assertThat(parts).filteredOn(SignedParts.Part::timestamp).hasSize(2);
        Instant now = Instant.now();
        for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i).end()).isEqualTo(prefixes.get(i + 2).length());
            if (lookedAt(signatories, last).contains(i + 2)) {
                others.opensslVerifies(parts.get(i), i == parts.size() - 1 ? now.plus(TEN_YEARS) : now);
            }
        }
    }

    /** Up to 24 signatures each prefix is looked at; of a longer chain the 1st, 2nd, 50th and 100th signature and the end. */
    private static Set<Integer> lookedAt(int signatories, int last) {
        Set<Integer> prefixes = new TreeSet<>(milestones(signatories, last));
        if (signatories <= 24) {
            IntStream.rangeClosed(2, last).forEach(prefixes::add);
        } else {
            prefixes.addAll(List.of(2 + 2, 2 + 50));
        }
        return prefixes;
    }

    /** Prefix 1 is prepared, 2 certified, 3 the first signature; at the end seal, archive timestamp, renewal. */
    private static Set<Integer> milestones(int signatories, int last) {
        return new TreeSet<>(List.of(2, 3, 2 + signatories, last - 2, last - 1, last));
    }

    private ChainFixture sealedAndRenewed(PdfBytes text, int signatories) throws Exception {
        ChainFixture chain = new ChainFixture(folder, text, signatories);
        chain.certify();
        for (int n = 1; n <= signatories; n++) {
            chain.sign(n);
        }
        chain.seal();
        Instant later = Instant.now().plus(TEN_YEARS);
        chain.renew(new TestPki(folder, Clock.fixed(later, ZoneOffset.UTC)), later);
        Path kept = Files.createDirectories(Path.of("target/chains"));
        Files.write(kept.resolve("chain-" + signatories + ".pdf"), chain.head().toByteArray());
        return chain;
    }

    private static PdfBytes intake(byte[] upload) {
        return ((IntakeResult.Accepted) new DocumentIntake().examine(upload)).text();
    }
}
