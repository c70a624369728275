package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.alternat.access.Authenticator;
import org.alternat.access.SetUpLinks;
import org.alternat.access.StaffAccounts;
import org.alternat.access.StaffInvitations;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Terms;
import org.alternat.shared.DeclarationId;
import org.alternat.testing.Chromium;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every page of the service × French, Dutch, English × a phone and a desk × light and dark: no barrier that axe can find, nothing
 * wider than the screen (down to 320 pixels), nothing that vanishes in the reader's own colours. What was found lies in
 * {@code target/accessibility.json}, the pictures in {@code target/screenshots}. A page that is new and not visited here fails.
 */
class AccessibilityIT extends SignatoryVisits {

    /** Answer a GET, and show no page of their own. */
    private static final Set<String> NO_PAGES = new TreeSet<>(Set.of(
            "/s/{token}/document.pdf", // the document
            "/s/{token}/external.pdf", // the document
            "/archive/{id:[0-9a-f-]{36}}/fixity", // leads back to the record
            "/declarations/{id:[0-9a-f-]{36}}/board", // the moving part of the board
            "/declarations/{id:[0-9a-f-]{36}}/ceremony/blocks" // the moving part of the ceremony screen
            ));

    private static final byte[] FAULTY_LIST = """
            side,party,region,given_name,family_name,capacity,email,locale,order
            Europe,CRESS,Wallonie,,D’Hondt,Présidente,emilie@example.org,fr,1
            Europe,Une fédération dont le nom est long,Wallonie
            """.getBytes(StandardCharsets.UTF_8);

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private StaffInvitations invitations;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private PageDoors doors;

    /** One circulates, one is a draft, one is archived. */
    private final List<DeclarationId> known = new ArrayList<>();

    @Test
    void every_page_is_without_barriers_in_three_languages_at_two_widths_in_light_and_dark() throws Exception {
        try (Chromium chromium = Chromium.open(AccessibilityIT.class);
                BrowserContext window = chromium.window(new NewContextOptions()
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE))) {
            page = window.newPage();
            visits = new PageVisits(page, "http://localhost:" + port);
            doors = new PageDoors(requestMappingHandlerMapping);
            publicPages();
            doorsOfTheStaff();
            signatoriesPages();
            statesOfAnAnswer();
            organisersPages();
            archivedPages();
            furtherPages();
            assertThat(doors.without(visits.paths()))
                    .as("pages that nobody has looked at")
                    .isEqualTo(NO_PAGES);
        } finally {
            Files.write(
                    Path.of("target", "accessibility.json"),
                    JsonMapper.builder().build().writeValueAsBytes(visits == null ? List.of() : visits.findings()));
        }
        assertThat(visits.findings()).allSatisfy(found -> assertThat(found.violations())
                .as("%s, %s, %s pixels, %s", found.page(), found.locale(), found.width(), found.scheme())
                .isEmpty());
    }

    private void publicPages() {
        visits.visit("home", "/");
        visits.visit("verify", "/verify");
        visits.visit("verify-unknown", "/verify?reference=ALT-1999-0001", ".notice.error");
        visits.visit("certs", "/certs");
        visits.visit("error", "/error");
        visits.visit("not-found", "/nothing-here");
        visits.visit("no-copy", "/copies/x");
        visits.visit("dead-link", "/s/x", "form[action$='/fresh-link']");
        visits.visit("fresh-link", "/s/x", "h1:not(:has(~ form))", here -> press(here, "main button"));
        visits.visit("outbox", "/outbox");
        visits.visit("test-letter", "/test-letter");
    }

    private void doorsOfTheStaff() throws Exception {
        visits.visit("login", "/login");
        visits.visit("login-wrong", "/login", ".notice.error", here -> {
            here.locator("#email").fill("nobody@example.org");
            here.locator("#password").fill("wrong");
            here.locator("#code").fill("000000");
            press(here, "main button");
        });
        visits.visit("setup-dead", "/setup/x");
        String setUp = SetUpLinks.path(invitations);
        visits.visit("setup", setUp, ".qr");
        visits.visit("setup-wrong", setUp, ".mistake", here -> pressUnchecked(here, "main form"));
        page.locator("#name").fill("Aude Desmet");
        page.locator("#email").fill("aude@concertation.example.org");
        page.locator("#password").fill("une phrase assez longue");
        page.locator("#code").fill(Authenticator.reading(page.content()).code(clock));
        press(page, "main form button");
        page.waitForURL("**/declarations");
        organiser = accounts.list().get(0);
        visits.visit("declarations-none", "/declarations");
        visits.visit("staff", "/staff");
        visits.visit("tokens", "/tokens");
        visits.visit("tokens-made", "/tokens", "#token", here -> {
            here.locator("#name").fill("Export");
            press(here, "main form:has(#name) button");
        });
        visits.visit("archive-none", "/archive", ".empty, table");
    }

    private void organisersPages() {
        visits.visit("step-text-new", "/declarations/new");
        visits.visit("step-text-wrong", "/declarations/new", ".mistake", here -> pressUnchecked(here, "main form"));
        List<Person> people = invited("fr-FR", "fr-CA", "nl-BE");
        String board = "/declarations/" + declarationOf(people.get(0));
        known.add(declarationOf(people.get(0)));
        sign(people.get(1));
        visits.visit("declarations", "/declarations");
        visits.visit("board", board);
        visits.visit("board-filtered", board + "?state=INVITED&sort=PERSON", "#filter[open]");
        visits.visit("board-menu", board, ".menu[open]", here -> here.locator(".menu summary")
                .first()
                .click());
        visits.visit("ceremony", board + "/ceremony", ".stage-blocks .signed");
        visits.visit("minutes", board + "/ceremony/minutes");
        openBoardHearsOf(people.get(2), board);
        theDesk(board);
        visits.visit("replacement", board + "/signatories/" + people.get(0).id() + "/replacement");
        visits.visit("mandate", board + "/signatories/" + people.get(0).id() + "/mandate");
        visits.visit("paper", board + "/signatories/" + people.get(0).id() + "/paper");
        paperUndoing();
        visits.visit("deadline", board + "/deadline");
        visits.visit("closing", board + "/closing");
        visits.visit("withdraw", board + "/withdraw");
        visits.visit("audit", board + "/audit");
        DeclarationId draft = drafted(twoRounds(), Terms.PLAIN);
        known.add(draft);
        visits.visit("draft", "/declarations/" + draft);
        stepsOf("/declarations/" + draft);
        String publicity = "/declarations/" + draft + "/publicity";
        visits.visit("publicity", publicity, "#due[checked]");
        visits.visit("publicity-wrong", publicity, ".mistake", here -> {
            here.locator("#fr").fill("");
            press(here, "main form button");
        });
        visits.visit("signatory-new", "/declarations/" + draft + "/signatories/new");
        visits.visit(
                "signatory-edit",
                "/declarations/" + draft + "/signatories/"
                        + signatories.of(draft).get(0).id());
    }

    private void stepsOf(String draft) {
        visits.visit("step-text", draft + "/text");
        visits.visit("step-parties", draft + "/parties");
        visits.visit("step-parties-faulty", draft + "/parties", "#faults .faulty-line", here -> {
            here.locator("#signatories").setInputFiles(new FilePayload("list.csv", "text/csv", FAULTY_LIST));
            press(here, "#list button");
        });
        visits.visit("step-rules", draft + "/rules");
        visits.visit("letters", draft + "/letters", "iframe.letter", SignatoryVisits::readTheLetter);
        visits.visit("letters-sent", draft + "/letters", ".notice.success", here -> press(here, "main form button"));
        visits.visit("signature-pages", draft + "/signature-pages", ".sheet-picture img");
        visits.visit("draft-hindered", "/declarations/" + drafted(List.of(), Terms.PLAIN), "#hindrances");
    }

    /** Pages that need no more than a declaration are found by themselves; every other new one has to be named above. */
    private void furtherPages() {
        for (String pattern : doors.without(visits.paths())) {
            if (NO_PAGES.contains(pattern)) {
                continue;
            }
            known.stream()
                    .map(id -> pattern.replaceAll("\\{id:[^}]+}}", id.toString()))
                    .filter(path -> !path.contains("{") && visits.isPage(path))
                    .findFirst()
                    .ifPresent(path -> visits.visit(
                            path.replaceAll("/([0-9a-f-]{36}/)?", "-").substring(1), path));
        }
    }

    private void archivedPages() {
        List<Person> people = circulating(threeParties());
        Person zoe = people.get(0);
        people.stream()
                .skip(1)
                .forEach(one -> one.proved().read().post("/signature", "read", "true", "listed", "true"));
        sign(zoe);
        press(page, "#listing button");
        DeclarationId id = declarationOf(zoe);
        known.add(id);
        eventually(() -> declarations.get(id).state() == DeclarationState.ARCHIVED);
        visits.visit("sealed", zoe.link(), ".outcome-mark.sealed");
        visits.visit("board-archived", "/declarations/" + id);
        visits.visit("archive", "/archive", "table");
        visits.visit("archive-nothing-found", "/archive?q=xyzzy", ".empty");
        visits.visit("archive-wrong-date", "/archive?from=x", ".mistake");
        visits.visit("record", "/archive/" + id, "#signatures");
        visits.visit("record-checked", "/archive/" + id, "#fixity", here -> press(here, "#check"));
        visits.visit("record-read", "/archive/" + id, "[aria-labelledby=access] small:text('Aude Desmet')");
        visits.visit("preview", "/archive/" + id + "/preview", ".page-text");
        visits.visit("closing-report", "/declarations/" + id + "/closing-report");
        visits.visit("closing-report-archived", "/archive/" + id + "/closing-report");
        visits.visit("status-table", "/declarations/" + id + "/status-table", "table");
        visits.visit("status-table-wrong", "/declarations/" + id + "/status-table?date=x", ".mistake");
        visits.visit("status-table-archived", "/archive/" + id + "/status-table", "table");
        String instrument = "/declarations/" + id + "/instruments/new";
        visits.visit("instrument", instrument, "#kind");
        visits.visit("instrument-wrong", instrument, ".mistake", here -> pressUnchecked(here, "main form"));
        String reference = declarations.get(id).reference();
        String publication = "/declarations/" + id + "/publication";
        visits.visit("publication", publication, "#publish");
        visits.visit("publication-wrong", publication, ".mistake", here -> {
            here.locator("#from").fill("");
            press(here, "#publish");
        });
        page.navigate("http://localhost:" + port + publication);
        press(page, "#publish");
        visits.visit("publication-public", publication, "#public-page");
        visits.visit("declaration", "/declarations/" + reference, "#sealed-sha256");
        visits.visit("verify-result", "/verify?reference=" + reference, "#result");
    }
}
