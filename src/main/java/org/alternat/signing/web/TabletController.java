package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alternat.access.DeskCodes;
import org.alternat.access.DeskVisit;
import org.alternat.access.DeskVisits;
import org.alternat.access.SigningSession;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The tablet's side of the desk: a code opens the pages of whoever was given it; handing the tablet back closes them. To open an
 * address changes nothing, as with a letter's link: cameras and their previews open it before the person does.
 */
@Controller
class TabletController {

    private static final String PAGE = "signing/tablet";

    private final SigningDoor door;
    private final DeskCodes codes;
    private final DeskVisits visits;

    TabletController(SigningDoor door, DeskCodes codes, DeskVisits visits) {
        this.door = door;
        this.codes = codes;
        this.visits = visits;
    }

    @GetMapping("/desk")
    String ask(Model model) {
        model.addAttribute("viewer", null);
        return PAGE;
    }

    /** Where a QR code leads. */
    @GetMapping("/desk/{secret:[A-Za-z0-9_-]{43}}")
    String scanned(@PathVariable String secret, Model model) {
        model.addAttribute("scanned", secret);
        return ask(model);
    }

    @PostMapping("/desk")
    String enter(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<DeskVisit> visit = codes.enter(code, request.getRemoteAddr());
        if (visit.isEmpty()) {
            model.addAttribute("trouble", "desk-code");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(model);
        }
        door.remember(visit.get().link().text(), visit.get().browser(), request, response);
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return "redirect:/s/" + visit.get().link().text() + "/document";
    }

    /** The tablet is the next person's. */
    @PostMapping("/s/{token}/hand-back")
    String handBack(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        SigningSession session = opened.get().session();
        if (session == null || !opened.get().atDesk()) {
            return door.seeOther("", request);
        }
        visits.end(session);
        door.forget(token, request, response);
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return "redirect:/desk";
    }
}
