package org.alternat.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.alternat.pades.RevisionChange;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.Revocation;
import org.alternat.signing.UploadOutcome;
import org.alternat.verification.HeldFile;
import org.alternat.verification.Opinion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the verifier can find and the gate can refuse has a sentence in every language. */
class VerificationWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "en"})
    void every_fact_has_its_words(String language) throws IOException {
        Properties words = bundle("verification", language);

        assertThat(words.stringPropertyNames())
                .containsAll(keys("verification.verdict.", VerificationReport.Verdict.values()))
                .containsAll(keys("verification.conclusion.", VerificationReport.Conclusion.values()))
                .containsAll(keys("verification.kind.", VerificationReport.Kind.values()))
                .containsAll(keys("verification.problem.", VerificationReport.Problem.values()))
                .containsAll(keys("verification.trust.", VerificationReport.Trust.values()))
                .containsAll(keys("verification.revocation.", Revocation.Status.values()))
                .containsAll(keys("verification.change.", RevisionChange.Kind.values()))
                .containsAll(keys("verification.match.", HeldFile.Match.values()))
                .containsAll(keys("verification.opinion.", Opinion.Kind.values()))
                .containsAll(keys("verification.trouble.", Refusal.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "en"})
    void every_refused_upload_has_its_sentence(String language) throws IOException {
        assertThat(bundle("signing", language).stringPropertyNames())
                .containsAll(keys(
                        "signing.external.trouble.",
                        Stream.of(UploadOutcome.values())
                                .filter(outcome -> outcome != UploadOutcome.RECORDED
                                        && outcome != UploadOutcome.ALREADY_ANSWERED
                                        && outcome != UploadOutcome.CLOSED)
                                .toArray(UploadOutcome[]::new)));
    }

    private static java.util.List<String> keys(String prefix, Enum<?>[] values) {
        return Stream.of(values).map(value -> prefix + ResultPage.word(value)).toList();
    }

    private static Properties bundle(String name, String language) throws IOException {
        Properties words = new Properties();
        try (var in = Files.newBufferedReader(
                Path.of("src/main/resources/messages", name + "_" + language + ".properties"))) {
            words.load(in);
        }
        return words;
    }
}
