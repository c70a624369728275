package org.alternat.signing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Looks at pages in every language, width and colour scheme with axe, whose rules are those of WCAG 2.2 A and AA that a program can
 * judge, and keeps what it found and a picture of each.
 */
final class PageVisits {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> LANGUAGES = List.of("fr", "nl", "en");
    private static final List<Integer> WIDTHS = List.of(360, 1280);

    private static final Object WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** What another colour scheme can break: the markup, which the other rules judge, is the same. */
    private static final Object COLOURS =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

    private static final String RUN = """
            async rules => {
              const found = await axe.run(document, {resultTypes: ['violations'], runOnly: rules});
              return found.violations.map(rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' '));
            }""";

    /** WCAG 2.2, 1.4.10: 320 pixels are 1280 at 400 per cent, and narrower than 640 (200 per cent of the same). */
    private static final int REFLOW = 320;

    private static final String OVERFLOW =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /** What tells a button from text where the reader's colours replace ours: its border. */
    private static final String BARE = """
            () => [...document.querySelectorAll('.button, .chip, input, select, textarea')]
              .filter(one => one.checkVisibility() && !['checkbox', 'radio', 'hidden'].includes(one.type))
              .filter(one => getComputedStyle(one).borderTopStyle === 'none')
              .map(one => one.outerHTML.slice(0, 120))""";

    /** One page as somebody may see it. */
    record Finding(String page, String locale, int width, String scheme, List<String> violations) {}

    private final Page page;
    private final String base;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> paths = new TreeSet<>();

    PageVisits(Page page, String base) {
        this.page = page;
        this.base = base;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Where the visits have been. */
    Set<String> paths() {
        return paths;
    }

    /** Whether a page is there, for this browser, and not only a way to another one. */
    boolean isPage(String path) {
        APIResponse answer =
                page.request().get(base + path, RequestOptions.create().setMaxRedirects(0));
        return answer.status() == 200
                && answer.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    /** A page that has an address of its own. */
    void visit(String name, String path) {
        visit(name, path, "main h1");
    }

    /** @param mark what stands on this page and on no other */
    void visit(String name, String path, String mark) {
        visit(name, path, mark, nothing -> {});
    }

    /** A page that answers a form: opened anew in each language, then filled in. */
    void visit(String name, String path, String mark, Consumer<Page> act) {
        for (String language : LANGUAGES) {
            page.setViewportSize(WIDTHS.get(0), 740);
            page.navigate(base + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            paths.add(path.replaceAll("\\?.*", ""));
            assertThat(URI.create(page.url()).getPath()).as(name).isEqualTo(path.replaceAll("\\?.*", ""));
            act.accept(page);
            assertThat(page.locator(mark).first()).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile(language + ".*"));
            page.evaluate(AxeBuilder.getAxeScript());
            for (int width : WIDTHS) {
                page.setViewportSize(width, width == 360 ? 740 : 900);
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    look(name, language, width, scheme);
                }
            }
            reflow(name, language);
            readersColours(name, language);
        }
    }

    /** In French all four pictures; in Dutch, whose words are the longest, the one on the phone. */
    private void look(String name, String language, int width, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String colours = scheme.name().toLowerCase(Locale.ROOT);
        @SuppressWarnings("unchecked")
        List<String> violations =
                new ArrayList<>((List<String>) page.evaluate(RUN, scheme == ColorScheme.LIGHT ? WCAG_22_AA : COLOURS));
        int overflow = (Integer) page.evaluate(OVERFLOW);
        if (overflow > 0) {
            violations.add("wider than the screen by " + overflow);
        }
        findings.add(new Finding(name, language, width, colours, violations));
        if (language.equals("fr") || (language.equals("nl") && width == 360 && scheme == ColorScheme.LIGHT)) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve(String.join("-", name, language, "" + width, colours) + ".png")));
        }
    }

    private void reflow(String name, String language) {
        page.setViewportSize(REFLOW, 740);
        int overflow = (Integer) page.evaluate(OVERFLOW);
        findings.add(new Finding(
                name,
                language,
                REFLOW,
                "light",
                overflow == 0 ? List.of() : List.of("wider than the screen by " + overflow)));
    }

    @SuppressWarnings("unchecked")
    private void readersColours(String name, String language) {
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setForcedColors(ForcedColors.ACTIVE));
        List<String> bare = (List<String>) page.evaluate(BARE);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        findings.add(new Finding(
                name,
                language,
                REFLOW,
                "forced",
                bare.stream()
                        .map(one -> "no border in the reader's colours: " + one)
                        .toList()));
    }
}
