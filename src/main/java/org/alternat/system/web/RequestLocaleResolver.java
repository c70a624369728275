package org.alternat.system.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a request: what the reader chose on a page, else what the page knows of its reader, else what the browser
 * asks for, else French. The region is kept where our wording differs by region.
 */
class RequestLocaleResolver implements LocaleResolver {

    static final String COOKIE = "lang";

    static final List<String> LANGUAGES = List.of("fr", "nl", "en");

    private static final List<Locale> REGIONAL =
            List.of(Locale.forLanguageTag("fr-BE"), Locale.forLanguageTag("fr-CA"), Locale.forLanguageTag("nl-BE"));

    private static final String CHOSEN = RequestLocaleResolver.class.getName() + ".chosen";
    private static final String PROPOSED = RequestLocaleResolver.class.getName() + ".proposed";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        List<Locale> wishes = wishes(request);
        String language = chosen(request);
        if (language == null) {
            return wishes.isEmpty() ? Locale.FRENCH : wishes.get(0);
        }
        return wishes.stream()
                .filter(wish -> wish.getLanguage().equals(language))
                .findFirst()
                .orElse(Locale.forLanguageTag(language));
    }

    /** Proposes the language of a page's reader for this one request; an explicit choice of the reader is stronger. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        request.setAttribute(PROPOSED, locale);
    }

    /** Makes a choice count for the request that brought it, before the browser sends the cookie back. */
    static void choose(HttpServletRequest request, String language) {
        request.setAttribute(CHOSEN, language);
    }

    private static @Nullable String chosen(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof String language) {
            return language;
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && LANGUAGES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    private static List<Locale> wishes(HttpServletRequest request) {
        List<Locale> wishes = new ArrayList<>();
        if (request.getAttribute(PROPOSED) instanceof Locale proposed) {
            wishes.add(proposed);
        }
        // Without the header the container answers with the server's own locale.
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) {
            wishes.addAll(Collections.list(request.getLocales()));
        }
        return wishes.stream()
                .filter(wish -> LANGUAGES.contains(wish.getLanguage()))
                .map(RequestLocaleResolver::known)
                .toList();
    }

    private static Locale known(Locale wish) {
        return REGIONAL.contains(wish) ? wish : Locale.forLanguageTag(wish.getLanguage());
    }
}
