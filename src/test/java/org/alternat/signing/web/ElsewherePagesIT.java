package org.alternat.signing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.alternat.testing.Chromium;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages for signing elsewhere and for checking a file, in a real browser, as {@link SigningPagesIT} sees the others. */
class ElsewherePagesIT extends SigningPages {

    @DynamicPropertySource
    static void anchor(DynamicPropertyRegistry properties) throws Exception {
        Path file = Files.createTempFile(Path.of("target"), "foreign-ca", ".der");
        Files.write(file, ForeignSigner.of("Zoë D’Hondt").anchor());
        properties.add("alternat.pki.trust-anchors", () -> "file:" + file.toAbsolutePath());
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:elsewhere;DB_CLOSE_DELAY=-1");
    }

    @ParameterizedTest
    @CsvSource({"fr-FR, 360", "fr-FR, 1280", "nl-BE, 360", "nl-BE, 1280", "en, 360", "en, 1280"})
    void signing_elsewhere_and_checking_a_file_are_without_barriers(String locale, int width) {
        Person zoe = invited(locale, locale).get(0);
        String name = locale + "-" + width;
        try (Chromium chromium = Chromium.open(ElsewherePagesIT.class);
                BrowserContext context = chromium.window(
                        new NewContextOptions().setViewportSize(width, 800).setLocale(locale))) {
            Page page = context.newPage();
            page.navigate("http://localhost:" + port + zoe.link());
            clock.forward(Duration.ofSeconds(1));
            page.locator("main button").click();
            page.locator("#code").fill(zoe.code());
            page.locator("main button").first().click();
            page.locator("a[href$='/external']").click();
            SigningPagesIT.seen(page, "elsewhere-" + name + "-1-how");
            page.locator("main form button").first().click();
            assertThat(page.locator("#fetch")).isVisible();
            SigningPagesIT.seen(page, "elsewhere-" + name + "-2-file");
            Path head =
                    page.waitForDownload(() -> page.locator("#fetch").click()).path();
            page.navigate("http://localhost:" + port + "/verify");
            SigningPagesIT.seen(page, "verify-" + name + "-1-form");
            page.locator("#file").setInputFiles(head);
            page.locator("main form button").first().click();
            assertThat(page.locator("#result .notice svg")).hasCount(1);
            assertThat(page.locator(".verified .chip svg")).hasCount(1);
            // What the service added before anybody had signed is no alteration.
            assertThat(page.locator("#changes + dl strong")).hasCount(0);
            SigningPagesIT.seen(page, "verify-" + name + "-2-result");
        }
    }
}
