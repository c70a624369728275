package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The languages of a declaration are one instrument. */
class LanguageVersionsTest {

    private static final LanguageVersion FRENCH = new LanguageVersion(Locale.FRENCH, LanguageStanding.PREVAILING, 2);
    private static final LanguageVersion DUTCH =
            new LanguageVersion(Locale.forLanguageTag("nl"), LanguageStanding.AUTHENTIC, null);
    private static final LanguageVersion ENGLISH = new LanguageVersion(Locale.ENGLISH, LanguageStanding.TRANSLATION, 6);

    @Test
    void what_each_language_counts_for_reads_back_as_it_was_written() {
        LanguageVersions versions = new LanguageVersions(List.of(FRENCH, DUTCH, ENGLISH));

        assertThat(versions).hasToString("fr:prevailing:2,nl:authentic,en:translation:6");
        assertThat(LanguageVersions.parse(versions.toString())).isEqualTo(versions);
    }

    @Test
    void languages_of_which_nobody_has_said_anything_are_equally_authentic() {
        assertThat(LanguageVersions.parse("fr,en"))
                .isEqualTo(LanguageVersions.authentic(List.of(Locale.FRENCH, Locale.ENGLISH)));
    }

    @Test
    void authentic_texts_prevailing_text_and_translations_are_told_apart() {
        LanguageVersions versions = new LanguageVersions(List.of(FRENCH, DUTCH, ENGLISH));

        assertThat(versions.authentic()).containsExactly(FRENCH, DUTCH);
        assertThat(versions.prevailing()).contains(FRENCH);
        assertThat(versions.translations()).containsExactly(ENGLISH);
    }

    @Test
    void another_pdf_begins_its_languages_on_other_pages() {
        assertThat(new LanguageVersions(List.of(FRENCH, ENGLISH)).withoutPages())
                .hasToString("fr:prevailing,en:translation");
    }

    @Test
    void a_declaration_without_an_authentic_text_or_with_two_that_prevail_does_not_exist() {
        assertThatThrownBy(() -> new LanguageVersions(List.of(ENGLISH))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LanguageVersions(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LanguageVersions(
                        List.of(FRENCH, new LanguageVersion(Locale.ENGLISH, LanguageStanding.PREVAILING, null))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LanguageVersions.parse("fr,fr")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LanguageVersions.parse("fr:authentic:0")).isInstanceOf(IllegalArgumentException.class);
    }
}
