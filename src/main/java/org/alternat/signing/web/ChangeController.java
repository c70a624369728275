package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alternat.declaration.ChangeRequests;
import org.alternat.signing.AnswerOutcome;
import org.alternat.signing.ChangeDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Neither yes nor no: what somebody would like to be changed first. */
@Controller
class ChangeController {

    private final SigningDoor door;
    private final ChangeDesk desk;

    ChangeController(SigningDoor door, ChangeDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @GetMapping("/s/{token}/change")
    String form(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean sent,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Visit> visit = door.enter(token, model, request, response);
        if (visit.isEmpty()) {
            return door.dead(response);
        }
        if (visit.get().session() == null || visit.get().standing() != Standing.OPEN) {
            return door.seeOther("", request);
        }
        model.addAttribute("sent", sent);
        return page("", "", model);
    }

    @PostMapping("/s/{token}/change")
    String ask(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String passage,
            @RequestParam(defaultValue = "") String content,
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
        String where = passage.strip();
        String what = content.replace("\r\n", "\n").strip();
        if (what.isEmpty()
                || what.length() > ChangeRequests.MAX_CONTENT
                || where.length() > ChangeRequests.MAX_PASSAGE) {
            return again(what.isEmpty() ? "change-empty" : "change-too-long", where, what, model, response);
        }
        AnswerOutcome outcome = desk.ask(visit.session(), where, what);
        return switch (outcome) {
            case RECORDED -> door.seeOther("/change?sent=true", request);
            case TOO_MANY -> again("change-too-many", where, what, model, response);
            case REPLACED -> door.dead(response);
            default -> {
                door.enter(token, model, request, response);
                yield door.state(HttpStatus.CONFLICT, response);
            }
        };
    }

    private static String again(
            String trouble, String passage, String content, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", trouble);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(passage, content, model);
    }

    private static String page(String passage, String content, Model model) {
        model.addAttribute("passage", passage);
        model.addAttribute("wish", content);
        model.addAttribute("longestPassage", ChangeRequests.MAX_PASSAGE);
        model.addAttribute("longest", ChangeRequests.MAX_CONTENT);
        return "signing/change";
    }
}
