package org.alternat.signing.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.shared.EmailAddress;

/** What people do in a real browser on the way to the page that a test wants to see. */
abstract class BrowsedPages extends SigningPages {

    Page page;

    /** By the browser that looks at the pages. */
    void sign(Person person) {
        prove(person);
        page.locator("[name=read]").check();
        press(page, ".act form[action$='/signature'] button");
        page.waitForURL("**/done");
        eventually(person, SignatoryState.SIGNED);
    }

    void prove(Person person) {
        page.navigate("http://localhost:" + port + person.link());
        clock.forward(Duration.ofSeconds(1));
        press(page, "main form button");
        if (page.url().endsWith("/code")) {
            page.locator("#code").fill(person.code());
            press(page, "main form button");
        }
        page.waitForURL("**/document");
        read(page);
    }

    /** Comes to the reader, which opens then. */
    static void read(Page here) {
        here.locator("#reader").scrollIntoViewIfNeeded();
        here.locator(".page-text").first().waitFor();
    }

    /** Without a reload: the page is the one that stood open before. */
    void openBoardHearsOf(Person signing, String board) {
        page.navigate("http://localhost:" + port + board);
        page.evaluate("document.body.dataset.mark = 'the same page'");
        signing.proved().read().sign();
        PlaywrightAssertions.assertThat(page.locator("[data-mark] #s-" + signing.id() + " .chip.done"))
                .isVisible();
    }

    static void press(Page here, String button) {
        here.locator(button).first().click();
    }

    /** As a browser without the checks of HTML would send it. */
    static void pressUnchecked(Page here, String form) {
        here.locator(form).first().evaluate("form => { form.noValidate = true; form.requestSubmit(); }");
    }

    /** Two sides, three languages. */
    static List<NewParty> threeParties() {
        return List.of(
                party(
                        "Europe",
                        "Fédération de l’économie sociale",
                        "Wallonie",
                        "Zoë",
                        "Łukasiewicz",
                        "Présidente",
                        "fr-BE"),
                party(
                        "Europe",
                        "Netwerk Sociale Economie",
                        "Vlaanderen",
                        "Lieve",
                        "Van den Broeck",
                        "Voorzitter",
                        "nl-BE"),
                party("Québec", "TIESS", "Québec", "Marie-Ève", "Saint-Onge", "Directrice générale", "fr-CA"));
    }

    private static NewParty party(
            String side, String name, String region, String given, String family, String capacity, String locale) {
        EmailAddress email = new EmailAddress("party-" + System.nanoTime() + "@example.org");
        return new NewParty(
                side,
                name,
                region,
                null,
                List.of(new NewSignatory(given, family, capacity, email, Locale.forLanguageTag(locale), 1)));
    }

    static List<NewParty> twoRounds() {
        return List.of(new NewParty(
                "Europe",
                "Fédération de l’économie sociale",
                "Wallonie",
                null,
                List.of(signatory("Zoë", 1), signatory("Léa", 2))));
    }

    private static NewSignatory signatory(String given, int round) {
        EmailAddress email = new EmailAddress("turn" + round + "-" + System.nanoTime() + "@example.org");
        return new NewSignatory(given, "D’Hondt", "Secrétaire générale", email, Locale.forLanguageTag("fr-FR"), round);
    }
}
