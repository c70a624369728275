package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.alternat.access.SigningSession;
import org.alternat.declaration.DelegationOutcome;
import org.alternat.declaration.Languages;
import org.alternat.declaration.Person;
import org.alternat.declaration.input.InputError;
import org.alternat.declaration.input.PersonForm;
import org.alternat.declaration.input.PersonReader;
import org.alternat.signing.DelegationDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Neither yes nor no: somebody else of the same party shall sign for the signatory. */
@Controller
class DelegationController {

    private static final String PAGE = "signing/delegation";
    private static final Map<String, String> PROPERTIES =
            Map.of("given_name", "givenName", "family_name", "familyName");

    private final SigningDoor door;
    private final DelegationDesk desk;

    DelegationController(SigningDoor door, DelegationDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @GetMapping("/s/{token}/delegation")
    String form(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean sent,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        if (visit.session() == null || visit.standing() != Standing.OPEN || !visit.mayDelegate()) {
            return door.seeOther("", request);
        }
        model.addAttribute("sent", sent);
        model.addAttribute("form", PersonForm.blank(visit.signatory().locale().toLanguageTag()));
        return page(visit.session(), model);
    }

    @PostMapping("/s/{token}/delegation")
    String ask(
            @PathVariable String token,
            @ModelAttribute("form") PersonForm form,
            BindingResult binding,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        SigningSession session = visit.session();
        if (visit.standing() != Standing.OPEN) {
            return door.state(HttpStatus.CONFLICT, response);
        }
        if (session == null) {
            return door.landing("session-over", HttpStatus.FORBIDDEN, model, response);
        }
        return PersonReader.read(form.input())
                .fold(delegate -> asked(visit, delegate, model, request, response), errors -> {
                    for (InputError error : errors) {
                        binding.rejectValue(
                                PROPERTIES.getOrDefault(error.field(), error.field()),
                                error.messageKey(),
                                error.arguments().toArray(),
                                null);
                    }
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    return page(session, model);
                });
    }

    private String asked(
            Visit visit, Person delegate, Model model, HttpServletRequest request, HttpServletResponse response) {
        SigningSession session = java.util.Objects.requireNonNull(visit.session());
        DelegationOutcome outcome = desk.ask(session, delegate);
        return switch (outcome) {
            case ASKED -> door.seeOther("/delegation?sent=true", request);
            // The link has died with the move: there is no page to go on to.
            case GIVEN -> {
                model.addAttribute("delegate", delegate.fullName());
                yield PAGE;
            }
            case SHUT ->
                door.enter(visit.token(), model, request, response).isEmpty()
                        ? door.dead(response)
                        : door.state(HttpStatus.CONFLICT, response);
            default -> {
                model.addAttribute("refused", "signing.delegation.refused." + outcome);
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(session, model);
            }
        };
    }

    private String page(SigningSession session, Model model) {
        model.addAttribute("undecided", desk.undecided(session).orElse(null));
        model.addAttribute("atOnce", desk.isAllowedBeforehand(session));
        model.addAttribute("locales", Languages.OF_SIGNATORIES);
        return PAGE;
    }
}
