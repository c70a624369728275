package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSizesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4912345 | fr-FR | 4,9_Mo",
                "4912345 | nl-BE | 4,9_MB",
                "4912345 | en | 4.9_MB",
                "81234 | fr-CA | 81_ko"
            })
    void a_size_is_written_in_the_readers_units(long bytes, String locale, String expected) {
        assertThat(new FileSizes(LetterSamples.messages()).size(bytes, Locale.forLanguageTag(locale)))
                .isEqualTo(expected.replace('_', '\u00a0'));
    }
}
