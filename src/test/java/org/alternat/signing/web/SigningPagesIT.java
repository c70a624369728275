package org.alternat.signing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.alternat.declaration.SignatoryState;
import org.alternat.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages in a real browser: at 360 pixels, by keyboard alone, without scripts, and without a barrier that axe can find. */
class SigningPagesIT extends SigningPages {

    private static final Path PICTURES = Path.of("target", "pictures");

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.open(SigningPagesIT.class);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void the_whole_way_is_open_to_a_phone_and_without_barriers_in_three_languages() {
        for (String locale : List.of("fr-FR", "nl-BE", "en")) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Person zoe = invited(locale, locale).get(0);
                NewContextOptions phone = new NewContextOptions()
                        .setViewportSize(360, 740)
                        .setDeviceScaleFactor(2)
                        .setColorScheme(colours);
                walk(zoe, phone, "phone-" + locale + "-" + colours.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    @Test
    void the_whole_way_is_open_to_a_wide_screen() {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Person zoe = invited("fr-FR", "fr-FR").get(0);
            NewContextOptions desk =
                    new NewContextOptions().setViewportSize(1280, 900).setColorScheme(colours);
            walk(zoe, desk, "desk-" + colours.name().toLowerCase(Locale.ROOT));
        }
    }

    private void walk(Person zoe, NewContextOptions options, String picture) {
        try (BrowserContext context = chromium.window(options)) {
            List<String> complaints = new ArrayList<>();
            Page page = opened(context, zoe, complaints);
            seen(page, picture + "-1-landing");
            clock.forward(Duration.ofSeconds(1));
            page.locator("main button").click();
            seen(page, picture + "-2-code");
            page.locator("#code").fill("000 000");
            page.locator("main button").first().click();
            assertThat(page.locator(".mistake")).isVisible();
            seen(page, picture + "-3-wrong");
            complaints.clear(); // the browser reports the answer 422, which is what we want
            page.locator("#code").fill(zoe.code());
            page.locator("main button").first().click();
            BrowsedPages.read(page);
            assertThat(page.locator(".page-text").first()).containsText("Europe");
            assertThat(page.locator(".page-structure [role=heading]").first()).isAttached();
            seen(page, picture + "-4-document");
            page.locator("[data-tool=full]").click();
            picture(page, picture + "-5-full", false);
            page.keyboard().press("Escape");
            page.locator("[name=read]").check();
            page.locator(".act .button").click();
            assertThat(page.locator(".outcome-mark.signed")).isVisible();
            assertThat(page.locator(".outcome-mark svg")).hasCount(1);
            seen(page, picture + "-6-signed");
            // What the browser itself complains about: the content security policy, a script that fails.
            assertThat(complaints).isEmpty();
        }
        eventually(zoe, SignatoryState.SIGNED);
    }

    @Test
    void the_keyboard_alone_is_enough() {
        Person zoe = invited("fr-FR", "fr-FR").get(0);
        try (BrowserContext context = chromium.window(new NewContextOptions())) {
            Page page = opened(context, zoe, new ArrayList<>());
            clock.forward(Duration.ofSeconds(1));
            tabTo(page, "main button");
            page.keyboard().press("Enter");
            page.waitForURL("**/code");
            tabTo(page, "#code");
            page.keyboard().type(zoe.code());
            page.keyboard().press("Enter");
            page.waitForURL("**/document");
            tabTo(page, ".reader-bar a");
            assertThat(page.locator(".page-text").first()).containsText("Europe");
            tabTo(page, ".reader-pages");
            page.keyboard().press("End");
            assertThat(page.locator(".reader-place")).not().hasValue("1");
            // The browser glides to the end; a list chosen from on the way would be overtaken by the glide.
            page.waitForFunction("() => { const box = document.querySelector('.reader-pages');"
                    + " return box.scrollTop + box.clientHeight >= box.scrollHeight - 1; }");
            tabTo(page, ".reader-place", "Shift+Tab");
            page.keyboard().press("Home");
            assertThat(page.locator(".reader-place")).hasValue("1");
            assertThat(page.locator(".reader-pages"))
                    .hasJSProperty(
                            "scrollTop",
                            page.locator(".reader-pages .page").first().evaluate("page => page.offsetTop"));
            tabTo(page, "[name=read]");
            page.keyboard().press("Space");
            tabTo(page, ".act .button");
            page.keyboard().press("Enter");
            page.waitForURL("**/done");
        }
        eventually(zoe, SignatoryState.SIGNED);
    }

    @Test
    void without_scripts_the_document_is_a_link_and_everything_else_works() {
        Person zoe = invited("fr-FR", "fr-FR").get(0);
        try (BrowserContext context = chromium.window(
                new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(360, 740))) {
            Page page = opened(context, zoe, new ArrayList<>());
            enter(page, zoe);
            seen(page, "no-script");
            String pdf = page.locator(".reader-bar a").getAttribute("href");
            assertThat(context.request()
                            .get(page.url().replaceAll("/s/.*", "") + pdf)
                            .ok())
                    .isTrue();
            page.locator("[name=read]").check();
            page.locator(".act .button").click();
            page.waitForURL("**/done");
        }
        eventually(zoe, SignatoryState.SIGNED);
    }

    @Test
    void a_refusal_and_a_dead_link_are_pages_like_the_others() {
        Person zoe = invited("fr-CA", "fr-FR").get(0);
        try (BrowserContext context = chromium.window(
                new NewContextOptions().setViewportSize(360, 740).setDeviceScaleFactor(2))) {
            Page page = opened(context, zoe, new ArrayList<>());
            enter(page, zoe);
            page.locator(".refuse a[href$='/refusal']").click();
            seen(page, "refusal-1-form");
            page.locator("main button").click();
            seen(page, "refusal-2-done");
            page.navigate("http://localhost:" + port + "/s/x");
            seen(page, "dead-link");
        }
        eventually(zoe, SignatoryState.REFUSED);
    }

    private Page opened(BrowserContext context, Person zoe, List<String> complaints) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate("http://localhost:" + port + zoe.link());
        return page;
    }

    private void enter(Page page, Person zoe) {
        clock.forward(Duration.ofSeconds(1));
        page.locator("main button").click();
        page.locator("#code").fill(zoe.code());
        page.locator("main button").first().click();
    }

    private static void tabTo(Page page, String selector) {
        tabTo(page, selector, "Tab");
    }

    private static void tabTo(Page page, String selector, String key) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press(key);
            boolean there = (Boolean)
                    page.evaluate("selector => document.activeElement === document.querySelector(selector)", selector);
            if (there) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    /** No barrier, nothing wider than the screen; and a picture for people. */
    static void seen(Page page, String name) {
        picture(page, name, true);
        int overflow = (Integer)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as(name).isZero();
        if ((Boolean) page.evaluate("() => document.scripts !== undefined") && !name.equals("no-script")) {
            List<Rule> violations = new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .analyze()
                    .getViolations();
            assertThat(violations)
                    .as(name)
                    .extracting(
                            rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                    .isEmpty();
        }
    }

    private static void picture(Page page, String name, boolean full) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(full));
    }
}
