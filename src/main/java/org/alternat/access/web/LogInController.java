package org.alternat.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import org.alternat.access.StaffLogIn;
import org.alternat.access.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Log in and out. */
@Controller
class LogInController {

    private static final String PAGE = "access/login";

    private final StaffLogIn logIn;
    private final StaffSessionCookie sessions;
    private final CsrfTokenRepository csrfTokens;
    private final RequestCache wanted;

    LogInController(
            StaffLogIn logIn, StaffSessionCookie sessions, CsrfTokenRepository csrfTokens, RequestCache wanted) {
        this.logIn = logIn;
        this.sessions = sessions;
        this.csrfTokens = csrfTokens;
        this.wanted = wanted;
    }

    @GetMapping("/login")
    String form(@AuthenticationPrincipal @Nullable StaffMember member, Model model) {
        if (member != null) {
            return "redirect:/";
        }
        model.addAttribute("form", LogInForm.EMPTY);
        return PAGE;
    }

    @PostMapping("/login")
    String logIn(
            @Valid @ModelAttribute("form") LogInForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<StaffMember> member = errors.hasErrors()
                ? Optional.empty()
                : logIn.logIn(
                        Objects.requireNonNull(form.email()).strip(),
                        Objects.requireNonNull(form.password()),
                        Objects.requireNonNull(form.code()),
                        request.getRemoteAddr());
        if (member.isEmpty()) {
            if (!errors.hasErrors()) {
                errors.reject("access.login.refused");
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return PAGE;
        }
        sessions.open(member.get(), request, response);
        // A token that somebody planted before the log-in is worth nothing after it.
        csrfTokens.saveToken(null, request, response);
        return "redirect:" + target(request, response);
    }

    @PostMapping("/logout")
    String logOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.close(request, response);
        csrfTokens.saveToken(null, request, response);
        return "redirect:/login";
    }

    private String target(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        if (saved == null) {
            return "/";
        }
        // The cookie is the browser's word: only a path of this service is taken from it.
        URI uri;
        try {
            uri = new URI(saved.getRedirectUrl());
        } catch (URISyntaxException e) {
            return "/";
        }
        String path = Objects.requireNonNullElse(uri.getRawPath(), "/");
        boolean own = path.startsWith("/") && !path.startsWith("//");
        return own ? path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()) : "/";
    }
}
