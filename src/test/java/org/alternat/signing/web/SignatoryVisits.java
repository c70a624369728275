package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.alternat.access.SigningLinks;
import org.alternat.declaration.Corrections;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.EarlyClosing;
import org.alternat.declaration.PaperSignatures;
import org.alternat.declaration.Pauses;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Terms;
import org.alternat.declaration.TestDeclarations;
import org.alternat.document.IntakeResult;
import org.alternat.document.ScanType;
import org.alternat.shared.DeclarationId;
import org.springframework.beans.factory.annotation.Autowired;

/** What the pages of a signatory look like, from the letter's link to what has become of it. */
abstract class SignatoryVisits extends BrowsedPages {

    @Autowired
    private PaperSignatures papers;

    @Autowired
    private EarlyClosing early;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Pauses pauses;

    @Autowired
    private SigningLinks links;

    PageVisits visits;

    void signatoriesPages() {
        List<Person> people = invited("fr-FR", "fr-CA", "nl-BE", "en");
        visits.visit("letter", "/outbox/" + outbox.list().get(0).id());
        Person asking = people.get(0);
        visits.visit("landing", asking.link(), "form[action$='/code']");
        clock.forward(Duration.ofSeconds(1));
        press(page, "main button");
        visits.visit("code", asking.link() + "/code", "#code");
        visits.visit("code-wrong", asking.link() + "/code", ".mistake", here -> {
            here.locator("#code").fill("000000");
            press(here, "main form button");
        });
        Person reading = people.get(1);
        prove(reading);
        visits.visit("document", reading.link() + "/document", ".page-text", BrowsedPages::read);
        visits.visit(
                "document-not-ticked",
                reading.link() + "/document",
                ".mistake",
                here -> pressUnchecked(here, ".act form[action$='/signature']"));
        visits.visit("change", reading.link() + "/change", "#wish");
        visits.visit("change-sent", reading.link() + "/change?sent=true", ".notice.success");
        visits.visit("refusal", reading.link() + "/refusal", "#reason");
        visits.visit("delegation", reading.link() + "/delegation");
        visits.visit("external", reading.link() + "/external");
        sign(people.get(2));
        visits.visit("signed", people.get(2).link() + "/done", ".outcome-mark.signed");
        people.get(3).proved().read().post("/refusal", "reason", "");
        prove(reading);
        visits.visit("refused", people.get(3).link(), ".outcome-mark.refused");
    }

    void statesOfAnAnswer() {
        Person resting = invited("fr-FR").get(0);
        pauses.pause(declarationOf(resting), organiser);
        visits.visit("paused", resting.link(), ".outcome-mark.paused");
        Person late = invited("fr-FR").get(0);
        declarations.withdraw(declarationOf(late), "Une erreur dans le texte.", organiser);
        visits.visit("withdrawn", late.link(), ".outcome-mark.withdrawn");
        visits.visit("board-withdrawn", "/declarations/" + declarationOf(late));
        List<Person> both = invited("fr-FR", "fr-FR");
        both.get(0).proved().read().sign();
        eventually(both.get(0), SignatoryState.SIGNED);
        early.close(declarationOf(both.get(0)), organiser);
        eventually(() -> declarations.get(declarationOf(both.get(0))).state() == DeclarationState.INCOMPLETE);
        visits.visit("closed", both.get(0).link(), ".outcome-mark.closed");
        visits.visit("expired", both.get(1).link(), ".outcome-mark.expired");
        visits.visit("board-incomplete", "/declarations/" + declarationOf(both.get(0)));
        Person outdated = invited("fr-FR").get(0);
        IntakeResult.Accepted text =
                (IntakeResult.Accepted) intake.examine(TestDeclarations.text().toByteArray());
        corrections.correct(declarationOf(outdated), text, "Art. 3.", organiser);
        visits.visit("superseded", outdated.link(), ".outcome-mark.superseded");
        DeclarationId inTurns = released(twoRounds(), Terms.PLAIN);
        String second = links.issue(signatories.of(inTurns).get(1).id()).uri().getPath();
        visits.visit("not-yet", second, ".outcome-mark.not-yet");
    }

    /** The officer's screen, then the tablet, which is the same browser here. */
    void theDesk(String board) {
        visits.visit("desk", board + "/desk", "table");
        visits.visit("desk-code", board + "/desk", ".qr", here -> press(here, "main table form button"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(QrReader.read(picture())).startsWith("http://localhost:" + port + "/desk/");
        String code = page.locator("#desk-code").innerText();
        visits.visit("tablet", "/desk", "#code");
        visits.visit("tablet-scanned", "/desk/" + "x".repeat(43), "main form button");
        visits.visit("tablet-wrong", "/desk", ".mistake", here -> {
            here.locator("#code").fill("CCCC-CCCC");
            press(here, "main form button");
        });
        page.locator("#code").fill(code);
        press(page, "main form button");
        page.waitForURL("**/document");
        String visit = URI.create(page.url()).getPath().replaceFirst("/document$", "");
        visits.visit("tablet-document", visit + "/document", ".hand-back");
        press(page, ".hand-back button");
        page.waitForURL("**/desk");
        visits.visit("tablet-over", visit, "a[href$='/desk']");
    }

    private BufferedImage picture() {
        try {
            return ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A letter stands in a frame of its own, which the page's policy has to let in. */
    static void readTheLetter(Page here) {
        here.locator("iframe.letter").first().scrollIntoViewIfNeeded();
        here.frameLocator("iframe.letter >> nth=0").locator("h1").waitFor();
    }

    void paperUndoing() {
        Person zoe = invited("fr-FR", "nl-BE").get(0);
        DeclarationId id = declarationOf(zoe);
        papers.record(id, zoe.id(), new byte[] {1}, ScanType.PDF, LocalDate.of(2026, 11, 20), organiser);
        visits.visit("paper-undoing", "/declarations/" + id + "/signatories/" + zoe.id() + "/paper-undoing", "#reason");
    }
}
