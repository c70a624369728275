package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alternat.access.CodeOutcome;
import org.alternat.access.SecretToken;
import org.alternat.access.SigningSessions;
import org.alternat.mail.LetterNotSentException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * From the letter to the document: the first page, which a mail scanner may open as often as it likes, and the code that only
 * the mailbox's owner can enter.
 */
@Controller
class LinkController {

    private final SigningDoor door;
    private final SigningSessions sessions;

    LinkController(SigningDoor door, SigningSessions sessions) {
        this.door = door;
        this.sessions = sessions;
    }

    @GetMapping("/s/{token}")
    String landing(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Visit> visit = door.enter(token, model, request, response);
        if (visit.isEmpty()) {
            return door.dead(response);
        }
        return visit.get().standing().awaitsAnswer() ? "signing/landing" : "signing/state";
    }

    /** Sends a code to the mailbox and binds this browser to it; asked again, sends another. */
    @PostMapping("/s/{token}/code")
    String sendCode(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        if (!visit.standing().awaitsAnswer()) {
            return door.state(HttpStatus.CONFLICT, response);
        }
        if (visit.proved()) {
            return door.seeOther("/document", request);
        }
        Optional<SecretToken> browser;
        try {
            browser = sessions.start(visit.link(), visit.browser());
        } catch (LetterNotSentException notSent) {
            return again(visit, "not-sent", HttpStatus.SERVICE_UNAVAILABLE, model, response);
        }
        if (browser.isEmpty()) {
            return again(visit, "too-many", HttpStatus.TOO_MANY_REQUESTS, model, response);
        }
        door.remember(token, browser.get(), request, response);
        return door.seeOther("/code", request);
    }

    @GetMapping("/s/{token}/code")
    String codePage(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        if (visit.proved()) {
            return door.seeOther("/document", request);
        }
        if (!visit.standing().awaitsAnswer() || !hasAsked(visit)) {
            return door.seeOther("", request);
        }
        return codePage(true, model);
    }

    @PostMapping("/s/{token}/code-entry")
    String enterCode(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        if (!visit.standing().awaitsAnswer()) {
            return door.state(HttpStatus.CONFLICT, response);
        }
        CodeOutcome outcome =
                visit.browser() == null ? CodeOutcome.NOT_ASKED : sessions.enter(visit.link(), visit.browser(), code);
        return switch (outcome) {
            case ACCEPTED -> door.seeOther("/document", request);
            case WRONG -> wrongCode("wrong", HttpStatus.UNPROCESSABLE_CONTENT, true, model, response);
            case EXPIRED -> wrongCode("expired", HttpStatus.GONE, false, model, response);
            case LOCKED -> wrongCode("locked", HttpStatus.TOO_MANY_REQUESTS, false, model, response);
            case NOT_ASKED -> wrongCode("not-asked", HttpStatus.CONFLICT, false, model, response);
        };
    }

    private String wrongCode(
            String trouble, HttpStatus status, boolean canEnter, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", trouble);
        response.setStatus(status.value());
        return codePage(canEnter, model);
    }

    /** No new code: who has one can still enter it. */
    private String again(Visit visit, String trouble, HttpStatus status, Model model, HttpServletResponse response) {
        return hasAsked(visit)
                ? wrongCode(trouble, status, true, model, response)
                : door.landing(trouble, status, model, response);
    }

    private static String codePage(boolean canEnter, Model model) {
        model.addAttribute("minutes", SigningSessions.CODE_LIFETIME.toMinutes());
        model.addAttribute("canEnter", canEnter);
        return "signing/code";
    }

    private boolean hasAsked(Visit visit) {
        return visit.browser() != null && sessions.isStarted(visit.link(), visit.browser());
    }
}
