package org.alternat.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.alternat.access.SecretToken;
import org.alternat.access.StaffAccounts;
import org.alternat.access.StaffEnrolment;
import org.alternat.access.StaffLinks;
import org.alternat.access.StaffMember;
import org.alternat.access.StaffRole;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.StaffId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The team: who is in it, who comes, who goes. */
@Controller
class StaffController {

    private static final String PAGE = "access/staff";

    private final StaffAccounts accounts;
    private final StaffEnrolment enrolment;
    private final StaffLinks links;

    StaffController(StaffAccounts accounts, StaffEnrolment enrolment, StaffLinks links) {
        this.accounts = accounts;
        this.enrolment = enrolment;
        this.links = links;
    }

    @GetMapping("/staff")
    String list(Model model) {
        model.addAttribute("form", InviteForm.EMPTY);
        return page(model);
    }

    /** Shows the link on the page that answers, once: it is kept nowhere. */
    @PostMapping("/staff")
    String invite(
            @AuthenticationPrincipal StaffMember organiser,
            @Valid @ModelAttribute("form") InviteForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                EmailAddress email =
                        new EmailAddress(Objects.requireNonNull(form.email()).strip());
                SecretToken link = enrolment.invite(email, Objects.requireNonNull(form.roles()), organiser);
                model.addAttribute("link", links.setUp(link).toString());
                model.addAttribute("form", InviteForm.EMPTY);
                return page(model);
            } catch (IllegalArgumentException e) {
                errors.rejectValue("email", "access.email.wrong");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    @PostMapping("/staff/{id}/disable")
    String disable(@AuthenticationPrincipal StaffMember organiser, @PathVariable String id, Model model) {
        StaffId staffId;
        try {
            staffId = StaffId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (accounts.disable(staffId, organiser)) {
            return "redirect:/staff";
        }
        model.addAttribute("lastOrganiser", true);
        model.addAttribute("form", InviteForm.EMPTY);
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("members", accounts.list());
        model.addAttribute("roles", StaffRole.values());
        return PAGE;
    }
}
