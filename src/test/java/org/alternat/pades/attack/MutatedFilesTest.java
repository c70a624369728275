package org.alternat.pades.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.alternat.pades.RevisionHistory;
import org.alternat.pades.UploadVerdict;
import org.alternat.shared.PdfBytes;

/**
 * Whatever is done to a signed file, reader, gate and verifier answer: in seconds, and with an error of ours or none. What was
 * mutated is never accepted, except where no byte that counts was touched.
 */
class MutatedFilesTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static Scene scene;
    private static byte[] honest;

    @BeforeContainer
    static void one_honest_upload() throws Exception {
        scene = new Scene(Files.createTempDirectory("mutated"));
        honest = scene.honest();
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        // Most of them in the update and in the tables, a few anywhere.
        Arbitrary<Integer> places = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 900)),
                net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0, 20_000)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 2_000_000)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        places,
                        Arbitraries.integers().between(0, 1_000_000))
                .as(Mutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 250, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void reader_gate_and_verifier_answer_in_time_and_with_no_error_but_ours(
            @ForAll("mutations") List<Mutation> mutations) {
        check(mutations);
    }

    static void check(List<Mutation> mutations) {
        byte[] mutated = honest;
        for (Mutation mutation : mutations) {
            mutated = mutation.of(mutated);
        }
        PdfBytes file = new PdfBytes(mutated);

        long before = cpu();
        readAll(file);
        UploadVerdict outcome = scene.check(mutated);
        boolean valid = verifies(file);

        assertThat(Duration.ofNanos(cpu() - before)).isLessThan(LONGEST);
        if (!differsInUnsignedPartsOnly(mutated)) {
            assertThat(outcome).isInstanceOf(UploadVerdict.Refused.class);
            assertThat(valid).isFalse();
        }
    }

    /** The gap holds unsigned attributes and certificates that nobody needs: a digit there need not matter. */
    private static boolean differsInUnsignedPartsOnly(byte[] mutated) {
        int from = new String(honest, StandardCharsets.ISO_8859_1).lastIndexOf("/Contents<") + "/Contents<".length();
        int to = from + scene.tool().room * 2;
        return mutated.length == honest.length
                && Arrays.equals(mutated, 0, from, honest, 0, from)
                && Arrays.equals(mutated, to, mutated.length, honest, to, honest.length);
    }

    private static void readAll(PdfBytes file) {
        try {
            RevisionHistory history = RevisionHistory.read(file);
            history.revisions().forEach(revision -> history.changes(revision.number()));
        } catch (org.alternat.pades.MalformedPdfException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static boolean verifies(PdfBytes file) {
        try {
            return scene.verifier().verify(file).valid();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
