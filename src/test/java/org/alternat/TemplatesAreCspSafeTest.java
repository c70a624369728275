package org.alternat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages hold nothing that the content security policy would block, nothing that is not in the bundles, and no form that forgets
 * its token. Letters are no pages: mail programs need their styles inline.
 */
class TemplatesAreCspSafeTest {

    private static final Path FOLDER = Path.of("src/main/resources/templates");

    private static final Pattern HANDLER = Pattern.compile("\\s(?:th:)?on[a-z]+\\s*=");
    private static final Pattern STYLE = Pattern.compile("\\s(?:th:)?style(?:append)?\\s*=|<style\\b");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b([^>]*)>([^<]*)</script>");
    private static final Pattern SCRIPT_URL = Pattern.compile("(?i)javascript:");
    private static final Pattern FOREIGN = Pattern.compile("(?:src|href|action)=\"(?:https?:)?//");
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>");
    private static final Pattern UNESCAPED = Pattern.compile("th:utext|\\[\\(");
    private static final Pattern TEXT = Pattern.compile(">([^<]*\\p{L}[^<]*)<");
    private static final Pattern SPOKEN =
            Pattern.compile("\\s(?:alt|title|placeholder|aria-label|data-label)=\"([^\"]*\\p{L}[^\"]*)\"");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.startsWith(FOLDER.resolve("letters")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void there_are_pages_to_look_at() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_page_needs_unsafe_inline(Path page) throws IOException {
        String source = source(page);

        assertThat(source)
                .doesNotContainPattern(HANDLER)
                .doesNotContainPattern(STYLE)
                .doesNotContainPattern(SCRIPT_URL)
                .doesNotContainPattern(FOREIGN)
                .doesNotContain("th:inline=\"javascript\"");
        Matcher script = SCRIPT.matcher(source);
        while (script.find()) {
            assertThat(script.group(1)).contains("th:src=\"@{/");
            assertThat(script.group(2)).isBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_form_that_changes_something_carries_a_token(Path page) throws IOException {
        Matcher form = FORM.matcher(source(page));
        while (form.find()) {
            if (form.group().contains("method=\"post\"")) {
                assertThat(form.group()).contains("th:action=\"@{").doesNotContain(" action=");
            } else {
                assertThat(form.group()).contains("method=\"get\"");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_visible_word_comes_from_a_bundle(Path page) throws IOException {
        String source = source(page);

        assertThat(TEXT.matcher(source).results().map(found -> found.group(1).strip()))
                .isEmpty();
        assertThat(SPOKEN.matcher(source).results().map(found -> found.group(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothing_is_printed_unescaped(Path page) throws IOException {
        assertThat(source(page)).doesNotContainPattern(UNESCAPED);
    }

    private static String source(Path page) throws IOException {
        return Files.readString(page).replaceAll("(?s)<!--.*?-->", "").replaceFirst("(?i)<!doctype html>", "");
    }
}
