package org.alternat.system.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page what the layout shows around it. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

    private final boolean ownMention;

    PageFrame(Environment settings) {
        // The binder names the setting when its value is neither true nor false.
        ownMention = Binder.get(settings)
                .bind("alternat.funding-mention", Boolean.class)
                .orElse(false);
    }

    /** Whether a page about no declaration bears the service's own funding mention. */
    @ModelAttribute("ownMention")
    boolean ownMention() {
        return ownMention;
    }

    @ModelAttribute("viewer")
    Viewer viewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Viewer.PUBLIC;
        }
        return new Viewer(
                true,
                authentication.getName(),
                authentication.getAuthorities().stream()
                        .map(authority -> String.valueOf(authority.getAuthority()))
                        .filter(authority -> authority.startsWith("ROLE_"))
                        .map(authority -> authority.substring("ROLE_".length()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @ModelAttribute("languages")
    List<Language> languages(HttpServletRequest request) {
        return RequestLocaleResolver.LANGUAGES.stream()
                .map(tag -> new Language(
                        tag,
                        "?"
                                + UriComponentsBuilder.newInstance()
                                        .query(request.getQueryString())
                                        .replaceQueryParam(LanguageChoice.PARAMETER, tag)
                                        .build()
                                        .getQuery()))
                .toList();
    }

    /** Writes the token's cookie while the response is still open: a form far down a long page comes too late for that. */
    @ModelAttribute
    void csrf(@Nullable CsrfToken token) {
        if (token != null) {
            token.getToken();
        }
    }

    /**
     * One entry of the language switch.
     *
     * @param href the same page in that language
     */
    public record Language(String tag, String href) {}
}
