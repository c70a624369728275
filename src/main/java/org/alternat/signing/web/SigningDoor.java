package org.alternat.signing.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.alternat.access.DeskVisits;
import org.alternat.access.OpenedLink;
import org.alternat.access.SecretToken;
import org.alternat.access.SigningLinks;
import org.alternat.access.SigningSession;
import org.alternat.access.SigningSessions;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/**
 * Opens the link of a request and knows the browser behind it. The browser's secret is a cookie whose path is the link's own:
 * two links in one browser, of one person in two capacities for instance, never see each other's.
 */
@Component
class SigningDoor {

    private static final String COOKIE = "signing";

    private final SigningLinks links;
    private final SigningSessions sessions;
    private final DeskVisits visits;
    private final Signatories signatories;
    private final Declarations declarations;
    private final Clock clock;

    SigningDoor(
            SigningLinks links,
            SigningSessions sessions,
            DeskVisits visits,
            Signatories signatories,
            Declarations declarations,
            Clock clock) {
        this.links = links;
        this.sessions = sessions;
        this.visits = visits;
        this.signatories = signatories;
        this.declarations = declarations;
        this.clock = clock;
    }

    /** Opens the link, proposes its reader's language and gives the page its visit. Changes nothing but the end of a visit at the desk. */
    Optional<Visit> enter(String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        // A member of the staff who opens a letter's link is a signatory here and nobody else.
        model.addAttribute("viewer", null);
        model.addAttribute("asked", token);
        Optional<OpenedLink> link = links.open(new SecretToken(token));
        if (link.isEmpty()) {
            return Optional.empty();
        }
        SecretToken browser = browser(request);
        SigningSession session =
                browser == null ? null : sessions.proved(link.get(), browser).orElse(null);
        if (link.get().atDesk() && session == null) {
            model.addAttribute("overAtDesk", true);
            return Optional.empty();
        }
        Signatory signatory = signatories.get(link.get().signatoryId());
        LocaleResolver locales = RequestContextUtils.getLocaleResolver(request);
        if (locales != null) {
            locales.setLocale(request, response, signatory.locale());
        }
        Declaration declaration = declarations.get(link.get().declarationId());
        Visit visit = new Visit(
                token,
                link.get(),
                declaration,
                signatory,
                signatories.party(signatory.partyId()),
                browser,
                session,
                Standing.of(declaration, signatory, signatories.isPaused(declaration.id()), clock.instant()));
        model.addAttribute("visit", visit);
        model.addAttribute("declaration", declaration);
        if (session != null && visit.atDesk()) {
            visits.seen(session);
            clear(DeskVisits.IDLE, request, response);
        }
        return Optional.of(visit);
    }

    /** A tablet that nobody touches does not go on showing what its last reader saw (HTML, section 7.4.6). */
    void clear(Duration after, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Refresh", after.toSeconds() + ";url=" + request.getContextPath() + "/desk");
    }

    /** Unknown, expired and replaced links: one page, which says nothing about which of them it is. */
    String dead(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "signing/dead-link";
    }

    /** What has become of the declaration or of the answer, when there is nothing to do any more. */
    String state(HttpStatus status, HttpServletResponse response) {
        response.setStatus(status.value());
        return "signing/state";
    }

    /** The first page again, with a sentence on it: this browser has to prove (again) who is there. */
    String landing(String trouble, HttpStatus status, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", trouble);
        response.setStatus(status.value());
        return "signing/landing";
    }

    /** Goes on to another page of this link, by GET (RFC 9110, section 15.4.4). */
    String seeOther(String page, HttpServletRequest request) {
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return "redirect:/s/{token}" + page;
    }

    /** @param token the link whose pages alone are to see the cookie */
    void remember(String token, SecretToken browser, HttpServletRequest request, HttpServletResponse response) {
        // Not a session cookie: a phone may close the tab while its owner reads the code in the mail program.
        Duration age = SigningSessions.SESSION_LIFETIME.plus(SigningSessions.CODE_LIFETIME);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, browser.text(), age, request));
    }

    void forget(String token, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, "", Duration.ZERO, request));
    }

    private static String cookie(String token, String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + "/s/" + token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build()
                .toString();
    }

    private static @Nullable SecretToken browser(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || cookie.getValue().isEmpty() ? null : new SecretToken(cookie.getValue());
    }
}
