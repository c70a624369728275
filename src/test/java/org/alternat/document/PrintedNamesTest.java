package org.alternat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedNamesTest {

    @Test
    void names_of_europe_lack_nothing_and_those_of_other_scripts_tell_what_is_missing() {
        assertThat(PrintedNames.lacking(
                        List.of("Zoë D’Hondt-Łukasiewicz", "Œuvres & façons n° 2", "Ελένη", "Пётр", "蔡明 Tsai", "שלום")))
                .containsExactly(entry("蔡明 Tsai", "蔡 明"), entry("שלום", "ש ל ו ם"));
    }
}
