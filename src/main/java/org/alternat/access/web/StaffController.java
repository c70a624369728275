package org.alternat.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import org.alternat.access.StaffAccounts;
import org.alternat.access.StaffInvitations;
import org.alternat.access.StaffMember;
import org.alternat.access.StaffRole;
import org.alternat.mail.LetterNotSentException;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.StaffId;
import org.jspecify.annotations.Nullable;
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
    private final StaffInvitations invitations;

    StaffController(StaffAccounts accounts, StaffInvitations invitations) {
        this.accounts = accounts;
        this.invitations = invitations;
    }

    @GetMapping("/staff")
    String list(Model model, Locale locale) {
        model.addAttribute("form", InviteForm.empty(locale));
        return page(model);
    }

    @PostMapping("/staff")
    String invite(
            @AuthenticationPrincipal StaffMember organiser,
            @Valid @ModelAttribute("form") InviteForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        EmailAddress email = email(form, errors);
        if (email != null && !errors.hasErrors() && sent(form, email, organiser, errors)) {
            model.addAttribute("invited", email.value());
            model.addAttribute("form", InviteForm.empty(locale));
            return page(model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    @PostMapping("/staff/{id}/disable")
    String disable(
            @AuthenticationPrincipal StaffMember organiser, @PathVariable String id, Model model, Locale locale) {
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
        model.addAttribute("form", InviteForm.empty(locale));
        return page(model);
    }

    private boolean sent(InviteForm form, EmailAddress email, StaffMember organiser, BindingResult errors) {
        try {
            Locale language = Locale.forLanguageTag(Objects.requireNonNull(form.locale()));
            invitations.invite(email, Objects.requireNonNull(form.roles()), language, organiser);
            return true;
        } catch (LetterNotSentException e) {
            errors.reject("access.staff.unsent");
            return false;
        }
    }

    private static @Nullable EmailAddress email(InviteForm form, BindingResult errors) {
        try {
            return new EmailAddress(Objects.requireNonNullElse(form.email(), "").strip());
        } catch (IllegalArgumentException e) {
            if (!errors.hasFieldErrors("email")) {
                errors.rejectValue("email", "access.email.wrong");
            }
            return null;
        }
    }

    private String page(Model model) {
        model.addAttribute("members", accounts.list());
        model.addAttribute("roles", StaffRole.values());
        model.addAttribute("locales", LetterLocales.TAGS);
        return PAGE;
    }
}
