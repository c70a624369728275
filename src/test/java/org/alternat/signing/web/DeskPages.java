package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.alternat.access.DeskCode;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.MoveOutcome;
import org.alternat.shared.DeclarationId;
import org.alternat.signing.Desk;
import org.alternat.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk at the event: an officer who gives codes, and tablets that go from hand to hand. */
abstract class DeskPages extends SigningPages {

    @Autowired
    Desk desk;

    @Autowired
    AuditTrail audit;

    /** What the officer's screen shows to this person. */
    DeskCode codeFor(Person person) {
        Desk.Given given = desk.give(declarationOf(person), person.id(), organiser);
        assertThat(given.outcome()).isEqualTo(MoveOutcome.DONE);
        return given.code().orElseThrow();
    }

    MoveOutcome hindrance(Person person) {
        Desk.Given given = desk.give(declarationOf(person), person.id(), organiser);
        assertThat(given.code().isEmpty()).isEqualTo(given.outcome() != MoveOutcome.DONE);
        return given.outcome();
    }

    Tablet tablet() {
        return new Tablet();
    }

    List<AuditEvent> trail(DeclarationId id, AuditEventType type) {
        return audit.entries(id).stream()
                .map(entry -> entry.event())
                .filter(event -> event.type() == type)
                .toList();
    }

    /** One of the organisers' tablets; it stays the same when another person takes it. */
    final class Tablet {

        final Browser browser = new Browser(port, "en");

        /** The pages that the last code opened. */
        String visit = "";

        HttpResponse<String> type(String code) {
            browser.get("/desk");
            return enter(code);
        }

        /** The camera opens the address; the person presses Continue. */
        HttpResponse<String> scan(DeskCode code) {
            HttpResponse<String> page = browser.get(code.link().getPath());
            assertThat(page.statusCode()).isEqualTo(200);
            return enter(code.link().getPath().replaceFirst(".*/", ""));
        }

        private HttpResponse<String> enter(String code) {
            HttpResponse<String> answer = browser.post("/desk", "code", code);
            if (answer.statusCode() == 303) {
                visit = location(answer).replaceFirst("/document$", "");
            }
            return answer;
        }

        HttpResponse<String> get(String page) {
            return browser.get(visit + page);
        }

        HttpResponse<String> post(String page, String... fields) {
            return browser.post(visit + page, fields);
        }

        /** Reads and signs. */
        HttpResponse<String> sign() {
            assertThat(get("/document").statusCode()).isEqualTo(200);
            assertThat(get("/document.pdf").statusCode()).isEqualTo(200);
            return post("/signature", "read", "true");
        }

        boolean isOver() {
            HttpResponse<String> page = get("/document");
            return page.statusCode() == 404 && page.body().contains("This visit is over");
        }
    }
}
