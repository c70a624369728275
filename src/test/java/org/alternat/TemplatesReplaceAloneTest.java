package org.alternat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Thymeleaf replaces a tag (precedence 100) before it asks for a condition (300) or repeats (200) on the same tag, and what it has
 * replaced it asks nothing more: a condition there is silently no condition. It goes on a tag around.
 */
class TemplatesReplaceAloneTest {

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>");
    private static final Pattern LOST = Pattern.compile("\\sth:(?!replace=|fragment=)[a-z-]+=");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_tag_that_is_replaced_asks_for_nothing_else(Path template) throws IOException {
        assertThat(TAG.matcher(Files.readString(template)).results().map(MatchResult::group))
                .isNotEmpty()
                .filteredOn(tag -> tag.contains(" th:replace="))
                .noneMatch(tag -> LOST.matcher(tag).find());
    }

    @Test
    void a_condition_beside_a_replacement_is_never_asked() {
        String page = "<b th:fragment=\"x\">shown</b><i th:if=\"false\" th:replace=\"~{::x}\"></i>";

        assertThat(new SpringTemplateEngine().process(page, new Context())).isEqualTo("<b>shown</b><b>shown</b>");
    }
}
