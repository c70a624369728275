package org.alternat.system.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/** {@code ?lang=nl} on any page: answers in that language and remembers it in a cookie. Nothing else changes. */
class LanguageChoice implements HandlerInterceptor {

    static final String PARAMETER = "lang";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String language = request.getParameter(PARAMETER);
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
}
