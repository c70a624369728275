package org.alternat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every detail that a feature writes into the audit trail has a word on the page that shows it, and no word is left over. */
class AuditDetailsAreWordedTest {

    private static final Path SOURCES = Path.of("src/main/java/org/alternat");
    private static final Path WORDS = Path.of("src/main/resources/messages/declaration_en.properties");
    private static final String PREFIX = "declaration.audit.detail.";

    /** A key of a map that is written as such: alone, or as a pair with its value. */
    private static final Pattern KEY =
            Pattern.compile("(?:Map\\.of\\(|put\\(|,)\\s*\"([a-z][A-Za-z0-9]*)\",|_DIGEST = \"([a-z]+)\"");

    @Test
    void each_detail_has_a_word() throws IOException {
        Set<String> written = new TreeSet<>();
        for (Path source : writers()) {
            Matcher key = KEY.matcher(Files.readString(source));
            while (key.find()) {
                written.add(key.group(1) == null ? key.group(2) : key.group(1));
            }
        }

        assertThat(written).contains("sha256", "signatory", "recipient");
        assertThat(worded()).isEqualTo(written);
    }

    /** What names a type of event, and the archive's word for a digest. */
    private static List<Path> writers() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getParent().endsWith("audit"))
                    .filter(AuditDetailsAreWordedTest::writes)
                    .toList();
        }
    }

    private static boolean writes(Path source) {
        try {
            String text = Files.readString(source);
            return text.contains("AuditEvent")
                    || text.contains("_DIGEST = \"")
                    || source.endsWith("DeclarationFacts.java");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> worded() throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(WORDS)) {
            words.load(reader);
        }
        Set<String> keys = new TreeSet<>();
        words.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PREFIX))
                // One for each language of a text; PublicityPagesTest looks at the page.
                .filter(key -> !key.startsWith(PREFIX + "text."))
                .forEach(key -> keys.add(key.substring(PREFIX.length())));
        return keys;
    }
}
