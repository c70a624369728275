/**
 * What every request meets before a feature does: security filter chains, locale, error pages, problem details.
 *
 * <p><b>Doors are closed unless a feature opens them.</b> Spring Security 7 applies every bean of the type below to each
 * chain before the chain's own rules, so a feature's {@code web} package names its paths without knowing this package:
 *
 * <pre>{@code
 * @Bean
 * Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> archivePaths() {
 *     return paths -> paths.requestMatchers("/archive/**", "/api/v1/archive/**").hasRole("ARCHIVIST");
 * }
 * }</pre>
 *
 * Name each path narrowly and once; never call {@code anyRequest()}. A path that nobody named does not exist (404), for
 * anybody.
 *
 * <p><b>Who is there</b> is contributed in the same way: one {@link
 * org.springframework.security.web.context.SecurityContextRepository} bean knows the person behind a page request; an {@link
 * org.springframework.security.authentication.AuthenticationProvider} bean that supports {@link
 * org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken} knows the one behind a bearer
 * token (the token is the credentials).
 *
 * <p><b>Trouble.</b> Page controllers throw {@link org.springframework.web.server.ResponseStatusException} with a bare status
 * and get the page for it. API controllers throw the same, or an {@link org.springframework.web.ErrorResponseException} whose
 * problem detail is already written in the reader's language.
 *
 * <p><b>Language.</b> A page that knows its reader (a signatory's locale) proposes it with {@code
 * RequestContextUtils.getLocaleResolver(request).setLocale(request, response, locale)}; the reader's own choice wins.
 */
@NullMarked
package org.alternat.system.web;

import org.jspecify.annotations.NullMarked;
