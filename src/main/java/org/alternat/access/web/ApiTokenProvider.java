package org.alternat.access.web;

import org.alternat.access.ApiTokens;
import org.alternat.access.SecretToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/** Knows the person behind a bearer token. */
@Component
class ApiTokenProvider implements AuthenticationProvider {

    private final ApiTokens tokens;

    ApiTokenProvider(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        return tokens.owner(new SecretToken(String.valueOf(presented.getCredentials())))
                .map(StaffAuthentication::of)
                .orElseThrow(() -> new BadCredentialsException("no such token"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return PreAuthenticatedAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
