package org.alternat.system.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** What stands at a closed door: the log-in page, an error page, or a problem detail for a machine. */
@Component
class Doors implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;
    private final RequestCache wanted;

    Doors(Problems problems, RequestCache wanted) {
        this.problems = problems;
        this.wanted = wanted;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason.getCause() instanceof AuthorizationDeniedException denied && isUnnamed(denied)) {
            refuse(request, response, HttpStatus.NOT_FOUND);
        } else if (Problems.isApi(request)) {
            // RFC 6750, section 3: a 401 names the scheme.
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(request, response, HttpStatus.UNAUTHORIZED);
        } else {
            wanted.saveRequest(request, response);
            response.sendRedirect(request.getContextPath() + "/login");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        boolean unnamed = reason instanceof AuthorizationDeniedException denied && isUnnamed(denied);
        refuse(request, response, unnamed ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN);
    }

    /** Answers with a bare status: a problem detail, or the error page. */
    void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        if (Problems.isApi(request)) {
            problems.write(request, response, status);
        } else {
            response.sendError(status.value());
        }
    }

    private static boolean isUnnamed(AuthorizationDeniedException denied) {
        return denied.getAuthorizationResult() instanceof UnnamedPath;
    }

    /** Nobody said who may enter here: there is no such door. */
    record UnnamedPath() implements AuthorizationResult {

        @Override
        public boolean isGranted() {
            return false;
        }
    }
}
