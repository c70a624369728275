package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alternat.signing.AnswerOutcome;
import org.alternat.signing.Signing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** To refuse is a right: a page of its own, no reason needed. */
@Controller
class RefusalController {

    private static final String PAGE = "signing/refusal";

    private final SigningDoor door;
    private final Signing signing;

    RefusalController(SigningDoor door, Signing signing) {
        this.door = door;
        this.signing = signing;
    }

    @GetMapping("/s/{token}/refusal")
    String form(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Visit> visit = door.enter(token, model, request, response);
        if (visit.isEmpty()) {
            return door.dead(response);
        }
        if (visit.get().session() == null || visit.get().standing() != Standing.OPEN) {
            return door.seeOther("", request);
        }
        return page("", model);
    }

    @PostMapping("/s/{token}/refusal")
    String refuse(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        if (visit.standing() != Standing.OPEN) {
            return door.state(HttpStatus.CONFLICT, response);
        }
        if (visit.session() == null) {
            return door.landing("session-over", HttpStatus.FORBIDDEN, model, response);
        }
        // Browsers count a line end as one character and send two (HTML, section 4.10.22.4).
        String given = reason.replace("\r\n", "\n").strip();
        if (given.length() > Signing.MAX_REASON) {
            model.addAttribute("trouble", "too-long");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(given, model);
        }
        AnswerOutcome outcome = signing.refuse(visit.session(), given);
        if (outcome == AnswerOutcome.REPLACED) {
            return door.dead(response);
        }
        if (outcome != AnswerOutcome.RECORDED) {
            door.enter(token, model, request, response);
            return door.state(HttpStatus.CONFLICT, response);
        }
        return door.seeOther("/done", request);
    }

    private static String page(String reason, Model model) {
        model.addAttribute("reason", reason);
        model.addAttribute("longest", Signing.MAX_REASON);
        return PAGE;
    }
}
