package org.alternat.system.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Takes a bearer token (RFC 6750, section 2.1) from the request's header and lets the providers say whose it is. */
final class BearerTokens {

    private static final String SCHEME = "Bearer ";

    private BearerTokens() {}

    static AuthenticationFilter filter(List<AuthenticationProvider> providers, Doors doors) {
        AuthenticationFilter filter = new AuthenticationFilter(manager(providers), BearerTokens::presented);
        filter.setSuccessHandler((request, response, authentication) -> {});
        filter.setFailureHandler(doors::commence);
        return filter;
    }

    private static AuthenticationManager manager(List<AuthenticationProvider> providers) {
        if (providers.isEmpty()) {
            return presented -> {
                throw new BadCredentialsException("nobody here knows a token");
            };
        }
        return new ProviderManager(providers);
    }

    private static @Nullable Authentication presented(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        return new PreAuthenticatedAuthenticationToken(
                "bearer", header.substring(SCHEME.length()).trim());
    }
}
