package org.alternat.pades.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.VerificationReport.Verdict;

/** The sentence that {@code /verify} shows above everything else, and which ones a manifest's expectation allows. */
final class CorpusWords {

    private static final Properties WORDS = words();
    private static final String NO_PDF = sentence("verification.trouble.not-a-pdf");

    private CorpusWords() {}

    /** @param report nothing for what is no PDF */
    static String sentence(Optional<VerificationReport> report) {
        return report.map(VerificationReport::verdict)
                .map(CorpusWords::sentence)
                .orElse(NO_PDF);
    }

    /**
     * What may be said of a sample. A manifest judges uploads, so what it refuses under a condition (another head, another
     * person) is whole by itself; and a file that carries no revocation data proves nothing yet.
     */
    static Set<String> expected(String name, String expectation) {
        if (expectation.startsWith("OK") || expectation.startsWith("REJECT if")) {
            return name.contains("LTA") ? of(Verdict.VALID) : of(Verdict.VALID, Verdict.NOT_PROVABLE);
        }
        return switch (expectation) {
            case "BASE" -> of(Verdict.UNSIGNED);
            case "REJECT-MDP" -> of(Verdict.ALTERED);
            case "REJECT-TST" -> of(Verdict.INVALID);
            case "REJECT-TRUST", "REJECT-ALGO", "REJECT-FORMAT" -> of(Verdict.NOT_PROVABLE, Verdict.INVALID);
            default ->
                Stream.concat(of(Verdict.ALTERED, Verdict.UNSIGNED).stream(), Stream.of(NO_PDF))
                        .collect(Collectors.toSet());
        };
    }

    private static Set<String> of(Verdict... verdicts) {
        return List.of(verdicts).stream().map(CorpusWords::sentence).collect(Collectors.toSet());
    }

    private static String sentence(Verdict verdict) {
        return sentence("verification.verdict."
                + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String sentence(String key) {
        return Optional.ofNullable(WORDS.getProperty(key)).orElseThrow();
    }

    private static Properties words() {
        Properties words = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages/verification_en.properties"))) {
            words.load(in);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
