package org.alternat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What git keeps, it keeps for everybody and for ever: no key, no data and no mail may be among it. Names are judged, and
 * so are first bytes, because a key store keeps its form under any name.
 */
class NoSecretsTrackedTest {

    private static final Map<String, Pattern> FORBIDDEN_PATHS = Map.of(
            "key store", Pattern.compile("(?i).*\\.(p12|pfx|jks|jceks|bcfks|keystore|truststore|kdbx?)"),
            "private key", Pattern.compile("(?i)(.*/)?(.*\\.(key|pk8|ppk)|id_(rsa|dsa|ecdsa|ed25519))"),
            "database", Pattern.compile("(?i).*\\.((mv|h2|trace)\\.db|db|sqlite3?|dump|mdb)"),
            "mail", Pattern.compile("(?i).*\\.(eml|mbox|msg)"),
            "credentials", Pattern.compile("(?i)(.*/)?(\\.env(\\..*)?|\\.netrc|\\.pgpass|settings-security\\.xml)"),
            "data or build output", Pattern.compile("(data|(.*/)?target)/.*"));

    /** Bytes as ISO 8859-1, so that one kind of pattern reads text and binary files alike. */
    private static final Map<String, Pattern> FORBIDDEN_CONTENT = Map.of(
            "private key", Pattern.compile("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"),
            // RFC 7292, PFX: version 3, then the object identifier of PKCS #7 data or signed data.
            "key store",
                    starts("0.{1,5}\\x02\\x01\\x030.{1,5}\\x06\\x09\\x2A\\x86H\\x86\\xF7\\x0D\\x01\\x07[\\x01\\x02]"),
            "Java key store", starts("(?:\\xFE\\xED\\xFE\\xED|\\xCE\\xCE\\xCE\\xCE)"),
            // RFC 5208, PrivateKeyInfo: version 0 or 1, then the algorithm (RSA or an elliptic curve).
            "bare private key",
                    starts(
                            "0.{1,5}\\x02\\x01[\\x00\\x01]0.{1,3}\\x06(?:\\x09\\x2A\\x86H\\x86\\xF7|\\x07\\x2A\\x86H\\xCE=)"),
            "database", starts("(?:SQLite format 3\\x00|H:2,block:|PGDMP)"),
            "mail", starts("(?:Return-Path|Received|Delivered-To|Message-ID): "),
            // A build that names one is bound to it; settings outside the tree decide.
            "package registry",
                    Pattern.compile(
                            "(?i)https?://(?:[a-z0-9-]+\\.)*(?:repo|registry|nexus|artifactory|mirror)[0-9]*\\.[a-z]"),
            "password in an address", Pattern.compile("(?i)\\bhttps?://[^\\s/:@\"'<>{}$]+:[^\\s/@\"'<>{}$]+@"));

    @Test
    void nothing_secret_is_among_the_tracked_files() throws Exception {
        List<String> tracked = trackedFiles();
        List<String> faults = new ArrayList<>();
        for (String file : tracked) {
            Path path = Path.of(file);
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                faults.addAll(faults(file, Files.readAllBytes(path)));
            } else {
                faults.addAll(faults(file, new byte[0])); // deleted here, yet still in the index
            }
        }

        assertThat(tracked).contains("pom.xml", "LICENSE");
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("whatMustNotBeTracked")
    void the_guard_knows(String kind, String path, byte[] content) {
        assertThat(faults(path, content)).contains(path + ": " + kind);
    }

    static Stream<Arguments> whatMustNotBeTracked() throws Exception {
        byte[] nothing = {};
        java.io.ByteArrayOutputStream store = new java.io.ByteArrayOutputStream();
        java.security.KeyStore pkcs12 = java.security.KeyStore.getInstance("PKCS12");
        pkcs12.load(null, null);
        pkcs12.store(store, "secret".toCharArray());
        byte[] ec = java.security.KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        byte[] rsa = java.security.KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        return Stream.of(
                Arguments.of("key store", "src/main/resources/seal.p12", nothing),
                Arguments.of("key store", "seal.bin", store.toByteArray()),
                Arguments.of("private key", "certs/ca.key", nothing),
                Arguments.of("private key", "certs/ca.pem", text("-----BEGIN EC " + "PRIVATE KEY-----\n")),
                Arguments.of("private key", "notes.md", text("see:\n-----BEGIN " + "PRIVATE KEY-----\n")),
                Arguments.of("bare private key", "seal.der", ec),
                Arguments.of("bare private key", "seal.der", rsa),
                Arguments.of("database", "alternat.mv.db", nothing),
                Arguments.of("database", "fixture.bin", text("SQLite format 3\0")),
                Arguments.of("mail", "src/test/resources/invitation.eml", nothing),
                Arguments.of("mail", "invitation.txt", text("Received: from a by b\n")),
                Arguments.of("credentials", ".env", nothing),
                Arguments.of("data or build output", "data/outbox/1.txt", nothing),
                Arguments.of("data or build output", "target/alternat.jar", nothing),
                Arguments.of(
                        "package registry", "pom.xml", text("<url>https://" + "registry.example.org/maven2</url>")),
                Arguments.of("password in an address", "README.md", text("https://me" + ":secret@example.org/")));
    }

    private static List<String> faults(String path, byte[] content) {
        String bytes = new String(content, ISO_8859_1);
        List<String> faults = new ArrayList<>();
        FORBIDDEN_PATHS.forEach((kind, pattern) -> {
            if (pattern.matcher(path).matches()) {
                faults.add(path + ": " + kind);
            }
        });
        FORBIDDEN_CONTENT.forEach((kind, pattern) -> {
            if (pattern.matcher(bytes).find()) {
                faults.add(path + ": " + kind);
            }
        });
        return faults;
    }

    private static List<String> trackedFiles() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "ls-files", "-z")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), UTF_8);
        assertThat(git.waitFor()).as("git ls-files").isZero();
        return List.of(names.split("\0"));
    }

    private static Pattern starts(String bytes) {
        return Pattern.compile("\\A" + bytes, Pattern.DOTALL);
    }

    private static byte[] text(String content) {
        return content.getBytes(UTF_8);
    }
}
