package org.alternat.system.web;

import jakarta.servlet.DispatcherType;
import org.alternat.system.web.Doors.UnnamedPath;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RegexRequestMatcher;

/**
 * Two chains: the API answers bearer tokens and nothing else; pages answer a browser. Which path is open to whom is said by the
 * features (see the package description); what nobody named is not there.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; worker-src 'self';"
            + " style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self';"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Doors doors, ObjectProvider<AuthenticationProvider> providers) {
        return http.securityMatcher("/api/**")
                .addFilterBefore(
                        BearerTokens.filter(providers.orderedStream().toList(), doors),
                        AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll())
                .authorizeHttpRequests(SecurityConfiguration::closeTheRest)
                .addFilterBefore(new UploadLimit(doors), CsrfFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(doors).accessDeniedHandler(doors))
                .headers(SecurityConfiguration::protect)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            Doors doors,
            CsrfTokenRepository csrfTokens,
            ObjectProvider<SecurityContextRepository> people) {
        return http.authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/", "/actuator/health", "/v3/api-docs", "/v3/api-docs/**", "/webjars/**")
                        .permitAll()
                        .requestMatchers(
                                RegexRequestMatcher.regexMatcher("/[a-z][a-z0-9-]*\\.(css|js|mjs|svg|woff2|ico)"))
                        .permitAll())
                .authorizeHttpRequests(SecurityConfiguration::closeTheRest)
                .addFilterBefore(new UploadLimit(doors), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .securityContext(context -> context.securityContextRepository(
                        people.getIfAvailable(RequestAttributeSecurityContextRepository::new)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Kept by the doors, and only for a page that a log-in opens.
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(doors).accessDeniedHandler(doors))
                .headers(SecurityConfiguration::protect)
                .build();
    }

    /** The token lives in a cookie, so that a page without a session is protected too. */
    @Bean
    CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("csrf");
        // Lax, not Strict: a reader who comes from a letter must not lose the token of a page that is already open.
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    /** Remembers, without a session, where a reader wanted to go before the log-in. */
    @Bean
    RequestCache requestCache() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(RegexRequestMatcher.regexMatcher(HttpMethod.GET, "/(?!login).*"));
        cache.setCookieCustomizer(cookie -> {
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
        });
        return cache;
    }

    private static void closeTheRest(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        paths.anyRequest().access((authentication, context) -> new UnnamedPath());
    }

    private static void protect(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .httpStrictTransportSecurity(Customizer.withDefaults());
    }
}
