package org.alternat.system.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code ?lang=nl} on any page: answers in that language and remembers it in a cookie. Nothing else changes. */
class LanguageChoice implements HandlerInterceptor {

    static final String PARAMETER = "lang";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String language = inQuery(request);
        if (language != null && RequestLocaleResolver.LANGUAGES.contains(language)) {
            RequestLocaleResolver.choose(request, language);
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(RequestLocaleResolver.COOKIE, language)
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
        return true;
    }

    /** From the query alone: asking for a parameter would read a form that may be too large to read. */
    private static @Nullable String inQuery(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst(PARAMETER);
    }
}
