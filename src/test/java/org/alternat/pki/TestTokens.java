package org.alternat.pki;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * Real PKCS#11 tokens, empty, by SoftHSM 2. Its library looks for tokens once in a process, so a few are made before it is
 * loaded and handed out one by one.
 */
public final class TestTokens {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"), Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"));
    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");
    private static final int PREPARED = 16;

    private static Queue<Token> free;

    private TestTokens() {}

    /** An empty token, with its PIN set. */
    public record Token(Path library, long slot, String pin) {

        Pkcs11Settings settings() {
            return new Pkcs11Settings(library, slot, pin, null);
        }

        public List<String> serviceSettings() {
            return List.of(
                    "--alternat.pki.pkcs11.library=" + library,
                    "--alternat.pki.pkcs11.slot=" + slot,
                    "--alternat.pki.pkcs11.pin=" + pin);
        }
    }

    /** Without SoftHSM the test is named as not run; where the whole is to be proved (CI), that is a failure. */
    public static synchronized Token take() {
        Path library = LIBRARIES.stream().filter(Files::exists).findFirst().orElseThrow(TestTokens::missing);
        if (free == null) {
            free = prepare(library);
        }
        return free.remove();
    }

    private static Error missing() {
        String sentence = "SoftHSM 2 is not installed (Debian: softhsm2, opensc); keys in a token are not tested";
        if ("true".equals(System.getenv("CI"))) {
            return new AssertionError(sentence);
        }
        return abort(sentence);
    }

    private static Queue<Token> prepare(Path library) {
        try {
            Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
            FileSystemUtils.deleteRecursively(configuration.getParent());
            Path tokens = Files.createDirectories(configuration.resolveSibling("tokens"));
            Files.writeString(configuration, "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
            Queue<Token> made = new ArrayDeque<>();
            for (int i = 0; i < PREPARED; i++) {
                String pin = "pin-" + i + "-of-a-test";
                Matcher slot = SLOT.matcher(run(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "alternat-" + i,
                        "--so-pin",
                        "so-" + pin,
                        "--pin",
                        pin));
                if (!slot.find()) {
                    throw new IllegalStateException("SoftHSM made no token");
                }
                made.add(new Token(library, Long.parseLong(slot.group(1)), pin));
            }
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command[0] + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
