package org.alternat.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.alternat.access.QrCode;
import org.alternat.access.SecretToken;
import org.alternat.access.StaffEnrolment;
import org.alternat.access.StaffEnrolment.NewMember;
import org.alternat.access.StaffEnrolment.Outcome;
import org.alternat.access.StaffInvitation;
import org.alternat.access.TotpSecret;
import org.alternat.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where an invitation becomes an account. Opening the link changes nothing; unknown, used and old links look the same. */
@Controller
class SetUpController {

    private static final String PAGE = "access/setup";

    private final StaffEnrolment enrolment;
    private final StaffSessionCookie sessions;
    private final MessageSource messages;

    SetUpController(StaffEnrolment enrolment, StaffSessionCookie sessions, MessageSource messages) {
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.messages = messages;
    }

    @GetMapping("/setup/{token}")
    String form(@PathVariable String token, Model model, Locale locale, HttpServletResponse response) {
        SecretToken link = new SecretToken(token);
        Optional<StaffInvitation> invitation = enrolment.find(link);
        if (invitation.isEmpty()) {
            return deadLink(response);
        }
        model.addAttribute("form", SetUpForm.empty(locale));
        return page(link, invitation.get(), null, model, locale);
    }

    @PostMapping("/setup/{token}")
    String setUp(
            @PathVariable String token,
            @Valid @ModelAttribute("form") SetUpForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        SecretToken link = new SecretToken(token);
        Optional<StaffInvitation> invitation = enrolment.find(link);
        if (invitation.isEmpty()) {
            return deadLink(response);
        }
        EmailAddress email = email(invitation.get(), form, errors);
        if (email != null && !errors.hasErrors()) {
            Outcome outcome = enrolment.enrol(link, member(form, email));
            switch (outcome.answer()) {
                case ENROLLED -> {
                    sessions.open(outcome.member().orElseThrow(), request, response);
                    return "redirect:/";
                }
                case DEAD_LINK -> {
                    return deadLink(response);
                }
                case WRONG_CODE -> errors.rejectValue("code", "access.code.wrong");
                case ADDRESS_TAKEN -> errors.rejectValue("email", "access.email.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(link, invitation.get(), form.email(), model, locale);
    }

    private static NewMember member(SetUpForm form, EmailAddress email) {
        return new NewMember(
                Objects.requireNonNull(form.name()).strip(),
                email,
                Locale.forLanguageTag(Objects.requireNonNull(form.locale())),
                Objects.requireNonNull(form.password()),
                Objects.requireNonNull(form.code()));
    }

    private static @Nullable EmailAddress email(StaffInvitation invitation, SetUpForm form, BindingResult errors) {
        if (invitation.email() != null) {
            return invitation.email();
        }
        try {
            return new EmailAddress(Objects.requireNonNullElse(form.email(), "").strip());
        } catch (IllegalArgumentException e) {
            errors.rejectValue("email", "access.email.wrong");
            return null;
        }
    }

    private String page(
            SecretToken link, StaffInvitation invitation, @Nullable String typed, Model model, Locale locale) {
        EmailAddress invited = invitation.email();
        String account = invited != null ? invited.value() : typed == null || typed.isBlank() ? "staff" : typed;
        TotpSecret secret = enrolment.totpSecret(link);
        String uri = secret.uri(messages.getMessage("system.product", null, locale), account);
        model.addAttribute("invited", invited == null ? null : invited.value());
        model.addAttribute("locales", LetterLocales.TAGS);
        model.addAttribute("secret", secret.base32().replaceAll("(.{4})(?=.)", "$1 "));
        model.addAttribute("uri", uri);
        model.addAttribute("qr", QrCode.of(uri));
        return PAGE;
    }

    private static String deadLink(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "access/dead-link";
    }
}
