package org.alternat.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Chromium, driven by Playwright. Where it is not installed, the tests that need it name themselves and are not run; on
 * a build server ({@code CI=true}) that is a failure.
 */
public final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @param test whose pages are looked at */
    public static Chromium open(Class<?> test) {
        if (!Files.isExecutable(PROGRAM)) {
            String missing = test.getSimpleName() + " was not run: " + PROGRAM
                    + " is not there (on Debian: apt-get install chromium)";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            System.err.println("NOT RUN: " + missing);
            Assumptions.abort(missing);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(List.of("--no-sandbox"))));
    }

    /** Somebody's window: cookies of its own. */
    public BrowserContext window(NewContextOptions options) {
        return browser.newContext(options);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
