package org.alternat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What the README says is there, is there; and what an operator can set stands in it. */
class ReadmeTest {

    private static final Path CODE = Path.of("src", "main", "java", "org", "alternat");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern TABLE_ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]\\w+)`");
    private static final Pattern SETTING = Pattern.compile("`((?:alternat|spring|server)\\.[a-z0-9.-]*[a-z0-9])`");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "certs/README.md"})
    void every_link_to_a_file_leads_somewhere(String page) throws IOException {
        Path here = Path.of(page);
        assertThat(links(Files.readString(here)))
                .filteredOn(link -> !link.matches("(https?|mailto):.*|#.*"))
                .allSatisfy(link -> assertThat(
                                Path.of("").toAbsolutePath().resolve(here).resolveSibling(link.replaceFirst("#.*", "")))
                        .exists());
    }

    @Test
    void its_pictures_are_light_enough_to_be_looked_at() throws IOException {
        try (Stream<Path> pictures = Files.list(Path.of("docs", "pictures"))) {
            assertThat(pictures).isNotEmpty().allSatisfy(picture -> assertThat(Files.size(picture))
                    .isLessThan(300_000));
        }
    }

    @Test
    void the_package_table_holds_every_package_and_no_other() throws IOException {
        try (Stream<Path> folders = Files.list(CODE)) {
            List<String> packages = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            assertThat(rows("## The packages")).containsExactlyInAnyOrderElementsOf(packages);
        }
    }

    @Test
    void every_class_it_sends_people_to_exists() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Stream.concat(Files.walk(CODE), Files.walk(Path.of("src", "test", "java")))) {
            classes = files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(found(CLASS, section("## To change X"))).isNotEmpty().allMatch(classes::contains);
    }

    @Test
    void every_setting_it_names_is_read_somewhere() throws IOException {
        Set<String> ours = bound();
        String sources = sources();
        assertThat(found(SETTING, readme()))
                .filteredOn(setting -> setting.startsWith("alternat."))
                .isNotEmpty()
                .allMatch(setting -> ours.contains(setting)
                        || ours.stream().anyMatch(known -> known.startsWith(setting + "."))
                        || sources.contains(setting));
    }

    @Test
    void every_setting_of_ours_stands_in_its_table() throws IOException {
        assertThat(rows("## Settings")).containsAll(bound()).contains("alternat.home", "alternat.base-url");
    }

    /** The names that the records of settings take their values from. */
    private static Set<String> bound() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Set<String> names = new TreeSet<>();
        scan.findCandidateComponents("org.alternat").forEach(candidate -> {
            try {
                Class<?> settings = Class.forName(candidate.getBeanClassName());
                if (settings.isRecord()) {
                    collect(
                            settings.getAnnotation(ConfigurationProperties.class)
                                    .value(),
                            settings,
                            names);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(names).isNotEmpty();
        return names;
    }

    private static void collect(String prefix, Class<?> settings, Set<String> names) {
        for (var component : settings.getRecordComponents()) {
            assertThat(component.isAnnotationPresent(Name.class)).isFalse();
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            if (component.getType().isRecord()) {
                collect(name, component.getType(), names);
            } else {
                names.add(name);
            }
        }
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.append(Files.readString(Path.of("src/main/resources/application.yml")))
                .toString();
    }

    private static List<String> links(String page) {
        return LINK.matcher(page)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    private static List<String> rows(String heading) throws IOException {
        return found(TABLE_ROW, section(heading));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static String section(String heading) throws IOException {
        String page = readme();
        int from = page.indexOf("\n" + heading);
        assertThat(from).as(heading).isNotNegative();
        int to = page.indexOf("\n## ", from + 1);
        return page.substring(from, to < 0 ? page.length() : to);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
