package org.alternat.signing.web;

import java.time.Duration;
import java.util.List;
import org.alternat.access.SigningLinks;
import org.alternat.declaration.Corrections;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.EarlyClosing;
import org.alternat.declaration.Pauses;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Terms;
import org.alternat.declaration.TestDeclarations;
import org.alternat.document.IntakeResult;
import org.alternat.shared.DeclarationId;
import org.springframework.beans.factory.annotation.Autowired;

/** What the pages of a signatory look like, from the letter's link to what has become of it. */
abstract class SignatoryVisits extends BrowsedPages {

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
}
