package org.alternat.signing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DraftSteps;
import org.alternat.declaration.DraftText;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Terms;
import org.alternat.document.IntakeResult;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.testing.Chromium;
import org.alternat.testing.Traffic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a phone on a slow network receives before somebody has touched the document page. */
class FirstLoadIT extends SigningPages {

    private static Chromium chromium;

    @Autowired
    DraftSteps steps;

    @Autowired
    Revisions revisions;

    @BeforeAll
    static void start() {
        chromium = Chromium.open(FirstLoadIT.class);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void the_document_page_sends_less_than_300_kB_beside_the_document() {
        Person zoe = invited("fr-FR", "fr-FR").get(0);
        try (BrowserContext context = phone()) {
            Page page = atTheDocument(context, zoe);
            Traffic traffic = loadedAnew(page);
            assertThat(page.locator(".readable article").first()).containsText("Europe");
            assertThat(traffic.bytesBeside(".pdf")).as("%s", traffic).isBetween(1L, 300_000L);
            assertThat(page.workers()).isEmpty();
            BrowsedPages.read(page);
            assertThat(traffic.toString()).contains("pdf.min.mjs");
        }
    }

    @Test
    void without_a_readable_text_the_first_sign_of_a_reader_opens_the_document() {
        Person zoe = invitedWithoutTexts();
        try (BrowserContext context = phone()) {
            Page page = atTheDocument(context, zoe);
            Traffic traffic = loadedAnew(page);
            assertThat(page.locator(".reader-offer")).isInViewport();
            assertThat(traffic.bytesBeside(".pdf")).as("%s", traffic).isBetween(1L, 300_000L);
            SigningPagesIT.seen(page, "without-text-1-offered");
            page.keyboard().press("Tab");
            assertThat(page.locator(".page-text").first()).containsText("Europe");
            assertThat(page.locator(".reader-offer")).isHidden();

            Traffic again = loadedAnew(page);
            assertThat(again.toString()).doesNotContain("pdf.min.mjs");
            page.locator(".reader-offer").click();
            assertThat(page.locator(".page-text").first()).containsText("Europe");
        }
    }

    private Person invitedWithoutTexts() {
        NewSignatory zoe =
                new NewSignatory("Zoë", "D’Hondt", "Présidente", new EmailAddress("zoe@example.org"), Locale.FRANCE, 1);
        NewParty party = new NewParty("Europe", "CRESS", "Hauts-de-France", null, List.of(zoe));
        DeclarationId id = drafted(List.of(party), Terms.PLAIN);
        Declaration draft = declarations.get(id);
        steps.text(
                id,
                new DraftText(
                        draft.title(),
                        draft.placeAndDate(),
                        draft.versions(),
                        new IntakeResult.Accepted(revisions.read(id), draft.pages()),
                        List.of()),
                organiser);
        declarations.release(id, organiser);
        eventually(() -> signatories.of(id).get(0).state() == SignatoryState.INVITED);
        return person(signatories.of(id).get(0));
    }

    private static BrowserContext phone() {
        return chromium.window(new NewContextOptions().setViewportSize(360, 740));
    }

    private Page atTheDocument(BrowserContext context, Person person) {
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + person.link());
        clock.forward(Duration.ofSeconds(1));
        page.locator("main button").click();
        page.locator("#code").fill(person.code());
        page.locator("main button").first().click();
        page.waitForURL("**/document");
        return page;
    }

    private static Traffic loadedAnew(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Traffic traffic = Traffic.of(page);
        page.reload();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return traffic;
    }
}
