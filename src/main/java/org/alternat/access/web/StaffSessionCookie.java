package org.alternat.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.alternat.access.SecretToken;
import org.alternat.access.StaffMember;
import org.alternat.access.StaffSessions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Carries a staff session from request to request in a cookie. SameSite is Lax, not Strict: a link in a letter must find the
 * organiser logged in; every change is a POST with a token anyway.
 */
@Component
class StaffSessionCookie implements SecurityContextRepository {

    private static final String NAME = "staff";

    private final StaffSessions sessions;

    StaffSessionCookie(StaffSessions sessions) {
        this.sessions = sessions;
    }

    void open(StaffMember member, HttpServletRequest request, HttpServletResponse response) {
        close(request, response);
        write(request, response, sessions.open(member.staffId()).text(), Duration.ofSeconds(-1));
    }

    void close(HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(token -> {
            sessions.close(token);
            write(request, response, "", Duration.ZERO);
        });
    }

    @Override
    @SuppressWarnings("deprecation") // The interface still asks for it.
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return token(holder.getRequest())
                .flatMap(sessions::find)
                .<SecurityContext>map(member -> new SecurityContextImpl(StaffAuthentication.of(member)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    /** Only a log-in opens a session; nothing else is kept between requests. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return token(request).isPresent();
    }

    private static Optional<SecretToken> token(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .map(SecretToken::new);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration maxAge) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(maxAge)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
