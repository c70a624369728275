package org.alternat.signing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.alternat.testing.Chromium;
import org.junit.jupiter.api.Test;

/** The languages of a declaration in a real browser, as {@link SigningPagesIT} sees the rest of the page. */
class LanguagesPageIT extends SigningPages {

    @Test
    void a_phone_shows_one_language_at_a_time_and_a_wide_screen_two_side_by_side() {
        Person zoe = invited("fr-FR", "fr-FR").get(0);
        try (Chromium chromium = Chromium.open(LanguagesPageIT.class);
                BrowserContext context = chromium.window(new NewContextOptions().setViewportSize(360, 740))) {
            Page page = context.newPage();
            page.navigate("http://localhost:" + port + zoe.link());
            clock.forward(Duration.ofSeconds(1));
            page.locator("main button").click();
            page.locator("#code").fill(zoe.code());
            page.locator("main button").first().click();
            assertThat(page.locator(".versions-pairs")).isHidden();
            page.locator(".versions [hreflang=nl]").click();
            assertThat(page.locator(".readable article")).hasAttribute("lang", "nl");
            SigningPagesIT.seen(page, "languages-1-phone");

            page.setViewportSize(1280, 900);
            page.locator(".versions-pairs a").first().click();
            assertThat(page.locator(".readable article:visible")).hasCount(2);
            SigningPagesIT.seen(page, "languages-2-side-by-side");
            page.setViewportSize(360, 740);
            assertThat(page.locator(".readable article:visible")).hasCount(1);
            SigningPagesIT.seen(page, "languages-3-side-by-side-phone");

            page.locator("[data-page='6']").click();
            assertThat(page.locator(".reader-place")).hasValue("6");
        }
    }
}
