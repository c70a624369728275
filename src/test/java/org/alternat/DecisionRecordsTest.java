package org.alternat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decision counts while a test holds it: each record names one, and the test is there. */
class DecisionRecordsTest {

    private static final Path RECORDS = Path.of("src", "docs", "decisions");
    private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
    private static final Pattern CONFIRMATION = Pattern.compile("(?s)\n## Confirmation\n(.*)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT|Contract))(?:\\.([a-z_0-9]+))?`");

    @Test
    void no_number_is_given_twice() throws IOException {
        assertThat(records()).hasSizeGreaterThan(5).allMatch(record -> NAME.matcher(name(record))
                .matches());
        assertThat(records().collect(groupingBy(record -> name(record).substring(0, 4))))
                .allSatisfy((number, sharing) -> assertThat(sharing).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_names_the_tests_that_hold_it_and_they_exist(Path record) throws IOException {
        Matcher confirmation = CONFIRMATION.matcher(Files.readString(record));
        assertThat(confirmation.find()).as("it has a Confirmation").isTrue();

        List<String[]> named = TEST.matcher(confirmation.group(1))
                .results()
                .map(found -> new String[] {found.group(1), found.group(2)})
                .toList();
        assertThat(named).as("tests that it names").isNotEmpty();
        for (String[] test : named) {
            Path file = testFile(test[0]);
            if (test[1] != null) {
                assertThat(Files.readString(file)).contains("void " + test[1] + "(");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void its_title_bears_its_number(Path record) throws IOException {
        int number = Integer.parseInt(name(record).substring(0, 4));
        assertThat(Files.readString(record)).startsWith("# " + number + ". ");
    }

    @Test
    void every_record_that_the_sources_cite_exists() throws IOException {
        Set<String> numbers =
                records().map(record -> name(record).substring(0, 4)).collect(toSet());
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            for (Path source : sources.filter(file -> file.toString().matches(".*\\.(java|md|xml)"))
                    .toList()) {
                assertThat(Pattern.compile("(?:decision|record) (\\d{4})")
                                .matcher(Files.readString(source))
                                .results()
                                .map(cited -> cited.group(1)))
                        .as(source.toString())
                        .allMatch(numbers::contains);
            }
        }
    }

    static Stream<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(RECORDS)) {
            return files.filter(file -> !name(file).equals("README.md")).sorted().toList().stream();
        }
    }

    private static Path testFile(String simpleName) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> name(file).equals(simpleName + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + simpleName));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
