package org.alternat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The three languages say the same things: same keys, same arguments, nothing empty, nothing that eats an argument. */
class MessagesInStepTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final List<String> LANGUAGES = List.of("fr", "nl", "en");
    private static final Set<String> REGIONS = Set.of("fr_BE", "fr_CA", "nl_BE");
    private static final Pattern FILE = Pattern.compile("([a-z]+)_([a-z]{2}(?:_[A-Z]{2})?)\\.properties");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[(}]");

    /** English opens a letter with the name, formal French and Dutch without it. */
    private static final Set<String> NAMED_BY_CUSTOM = Set.of("letters.greeting.named");

    static Set<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> parsed(file).group(1)).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void each_language_has_the_same_keys_with_the_same_arguments(String bundle) throws IOException {
        Properties french = read(FOLDER.resolve(bundle + "_fr.properties"));
        for (String language : LANGUAGES) {
            Properties other = read(FOLDER.resolve(bundle + "_" + language + ".properties"));

            assertThat(other.stringPropertyNames()).isEqualTo(french.stringPropertyNames());
            for (String key : without(french.stringPropertyNames())) {
                assertThat(arguments(other.getProperty(key)))
                        .as(language + " " + key)
                        .isEqualTo(arguments(french.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void a_region_only_says_otherwise_what_the_language_says(String bundle) throws IOException {
        for (String region : REGIONS) {
            Path file = FOLDER.resolve(bundle + "_" + region + ".properties");
            if (Files.exists(file)) {
                Properties language = read(FOLDER.resolve(bundle + "_" + region.substring(0, 2) + ".properties"));
                Properties regional = read(file);

                assertThat(language.stringPropertyNames()).containsAll(regional.stringPropertyNames());
                for (String key : without(regional.stringPropertyNames())) {
                    assertThat(arguments(regional.getProperty(key)))
                            .as(key)
                            .isEqualTo(arguments(language.getProperty(key)));
                    assertThat(regional.getProperty(key)).as(key).isNotEqualTo(language.getProperty(key));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_text_is_there_and_safe_to_format(Path file) throws IOException {
        Matcher name = parsed(file);
        assertThat(LANGUAGES.contains(name.group(2)) || REGIONS.contains(name.group(2)))
                .as(file.toString())
                .isTrue();
        Locale locale = Locale.forLanguageTag(name.group(2).replace('_', '-'));
        Properties texts = read(file);
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);

            assertThat(text).as(key).isNotBlank();
            assertThat(key).as("keys begin with the name of their bundle").startsWith(name.group(1) + ".");
            // One straight apostrophe would hide the arguments after it; the typographic one is free.
            assertThat(text.replace("''", "")).as(key).doesNotContain("'");
            Object[] values = arguments(text).stream()
                    .map(it -> (Object) ("<" + it + ">"))
                    .toArray();
            int highest =
                    arguments(text).stream().mapToInt(Integer::parseInt).max().orElse(-1);
            assertThat(highest + 1).as(key + " counts its arguments from 0").isEqualTo(values.length);
            if (!text.contains(",")) {
                assertThat(new MessageFormat(text, locale).format(values))
                        .as(key)
                        .doesNotContain("{");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void french_of_europe_has_its_unbreakable_spaces(Path file) throws IOException {
        String tag = parsed(file).group(2);
        if (tag.equals("fr") || tag.equals("fr_BE")) {
            Properties texts = read(file);
            for (String key : texts.stringPropertyNames()) {
                assertThat(texts.getProperty(key))
                        .as(key)
                        .doesNotContainPattern("[\\p{L}\\d»)] ?[;!?](?=\\s|$)")
                        .doesNotContainPattern("[\\p{L}\\d»)] ?:(?=\\s|$)")
                        .doesNotContainPattern("«(?![\\u00A0\\u202F])|(?<![\\u00A0\\u202F])»");
            }
        }
    }

    @Test
    void every_key_that_a_template_names_is_in_a_bundle() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String bundle : bundles()) {
            known.addAll(read(FOLDER.resolve(bundle + "_fr.properties")).stringPropertyNames());
        }
        List<String> missing = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                // Comments show how a fragment is used, with keys of nobody.
                String source = Files.readString(template).replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
                Matcher key = KEY_IN_TEMPLATE.matcher(source);
                while (key.find()) {
                    if (!known.contains(key.group(1))) {
                        missing.add(template + ": " + key.group(1));
                    }
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static Set<String> without(Set<String> keys) {
        return keys.stream().filter(key -> !NAMED_BY_CUSTOM.contains(key)).collect(Collectors.toSet());
    }

    private static Matcher parsed(Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        assertThat(name.matches()).as(file.toString()).isTrue();
        return name;
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties() {
            @Override
            public synchronized Object put(Object key, Object text) {
                assertThat(containsKey(key)).as("twice in " + file + ": " + key).isFalse();
                return super.put(key, text);
            }
        };
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
