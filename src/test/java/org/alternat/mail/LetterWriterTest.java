package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.StaticMessageSource;

/**
 * Every letter in every locale, word for word: the expected text stands in {@code src/test/resources/letters}. To accept new wording,
 * run with {@code -Dletters.accept=true} and read the difference before committing it.
 */
class LetterWriterTest {

    private static final Path EXPECTED = Path.of("src/test/resources/letters");
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]*)\"[^>]*>([^<]*)</a>");

    LetterWriter writer = new LetterWriter(LetterSamples.messages(), null, true);

    static Stream<Arguments> every_letter_in_every_locale() {
        return LetterSamples.KINDS.stream()
                .flatMap(kind -> LetterSamples.LOCALES.stream().map(locale -> Arguments.of(kind, locale)));
    }

    @ParameterizedTest
    @MethodSource("every_letter_in_every_locale")
    void the_text_reads_as_agreed(String kind, Locale locale) throws IOException {
        WrittenLetter letter = writer.write(LetterSamples.letter(kind, locale));
        String text = "Subject: " + letter.subject() + "\n\n" + letter.text();
        Path expected = EXPECTED.resolve(kind + "." + locale.toLanguageTag() + ".txt");
        if (Boolean.getBoolean("letters.accept")) {
            Files.writeString(expected, text);
        }
        // Left for people to look at in a browser.
        Path looks = Path.of("target/letters", kind + "." + locale.toLanguageTag() + ".html");
        Files.createDirectories(looks.getParent());
        Files.writeString(looks, letter.html());

        assertThat(text).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("every_letter_in_every_locale")
    void nothing_is_left_open(String kind, Locale locale) {
        WrittenLetter letter = writer.write(LetterSamples.letter(kind, locale));

        assertThat(letter.subject() + "\n" + letter.text() + letter.html())
                .doesNotContain("??", " th:", "[(", "[#", "null")
                .doesNotContainPattern("\\{\\d");
        assertThat(letter.html()).doesNotContainPattern("<(p|h1|a|span)[^>]*>\\s*</\\1>");
        assertThat(letter.text()).doesNotContain("\n\n\n").doesNotContainPattern("(?m)[ \\t]$");
        assertThat(letter.html()).contains("lang=\"" + locale.toLanguageTag() + "\"");
    }

    @ParameterizedTest
    @MethodSource("every_letter_in_every_locale")
    void a_link_shows_where_it_leads_or_plain_words_and_nothing_is_fetched(String kind, Locale locale) {
        String html = writer.write(LetterSamples.letter(kind, locale)).html();

        for (MatchResult link : LINK.matcher(html).results().toList()) {
            String shown = link.group(2);
            assertThat(link.group(1).replace("mailto:", ""))
                    .satisfiesAnyOf(target -> assertThat(shown).isEqualTo(target), target -> assertThat(shown)
                            .doesNotContain("://", "www.", "@"));
        }
        assertThat(html.replace("src=\"cid:", "")).doesNotContain("src=", "url(", "@import", "<script", "<link");
    }

    @ParameterizedTest
    @MethodSource("every_letter_in_every_locale")
    void the_text_says_all_that_the_page_says(String kind, Locale locale) {
        WrittenLetter letter = writer.write(LetterSamples.letter(kind, locale));
        String words = letter.text().replaceAll("\\s+", " ");
        String page = letter.html()
                .replaceAll("(?s)<head>.*</head>|<!--.*?-->", "")
                .replaceAll("<[^>]+>", "\n")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&quot;", "\"");

        assertThat(page.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .filteredOn(line -> !isButtonOrItsFallback(line, locale))
                .allSatisfy(line -> assertThat(words).contains(line.replaceAll("^, | ?,$", "")));
    }

    @Test
    void a_line_break_in_a_title_ends_neither_the_subject_nor_a_header() {
        Letter sample = LetterSamples.letter("invitation", Locale.ENGLISH);
        Map<String, Object> model = new java.util.HashMap<>(sample.model());
        model.put("title", "Title\r\nBcc: everybody@example.org\u2028x");

        assertThat(writer.write(with(sample, model)).subject())
                .isEqualTo("Invitation to sign the declaration “Title Bcc: everybody@example.org x”");
    }

    @Test
    void a_refusal_without_a_reason_says_so() {
        Letter sample = LetterSamples.letter("refusal-notice", Locale.ENGLISH);
        Map<String, Object> model = new java.util.HashMap<>(sample.model());
        model.put("reason", java.util.List.of());

        WrittenLetter letter = writer.write(with(sample, model));

        assertThat(letter.text()).contains("No reason was given.").doesNotContain("Reason given");
        assertThat(letter.html()).contains("No reason was given.").doesNotContain("Reason given");
    }

    @Test
    void markup_in_a_name_stays_text() {
        Letter sample = LetterSamples.letter("invitation", Locale.ENGLISH);
        Map<String, Object> model = new java.util.HashMap<>(sample.model());
        model.put("partyName", "<script>alert(1)</script>");

        assertThat(writer.write(with(sample, model)).html())
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void a_letter_with_a_message_that_no_bundle_has_is_not_written() {
        LetterWriter wordless = new LetterWriter(new StaticMessageSource(), null, true);

        assertThatThrownBy(() -> wordless.write(LetterSamples.letter("invitation", Locale.FRENCH)))
                .hasStackTraceContaining("No message found under code 'letters.");
    }

    @Test
    void canadian_french_has_no_space_before_a_question_mark_and_the_french_of_europe_has_one() {
        String quebec = writer.write(LetterSamples.letter("invitation", Locale.CANADA_FRENCH))
                .text();
        String france =
                writer.write(LetterSamples.letter("invitation", Locale.FRANCE)).text();

        assertThat(quebec).doesNotContainPattern("[ \u00a0\u202f][;!?]").doesNotContainPattern("(?<=\\p{L}):(?!//)");
        assertThat(france).contains("\u00a0?").doesNotContainPattern("(?<![\u00a0\u202f])[;!?]");
    }

    private static Letter with(Letter letter, Map<String, Object> model) {
        return new Letter(
                letter.key(),
                letter.template(),
                letter.locale(),
                letter.to(),
                letter.replyTo(),
                model,
                letter.attachments());
    }

    private static boolean isButtonOrItsFallback(String line, Locale locale) {
        return Stream.of(
                        "letters.button.fallback",
                        "letters.invitation.button",
                        "letters.status.button",
                        "letters.staff-invitation.button",
                        "letters.final-copy.button")
                .map(key -> LetterSamples.messages().getMessage(key, null, locale))
                .anyMatch(line::equals);
    }
}
