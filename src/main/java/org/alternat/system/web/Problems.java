package org.alternat.system.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Problem details (RFC 9457) in the language that the caller asks for. They never tell how the service is built. */
@Component
class Problems {

    private static final Set<Integer> EXPLAINED = Set.of(400, 401, 403, 404, 405, 406, 413, 415, 422, 429, 500, 503);

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    Problems(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /** True for a request that a machine made, even while the container dispatches its error. */
    static boolean isApi(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return path.startsWith(request.getContextPath() + "/api/");
    }

    /** The status whose words are shown: the nearest one that the bundle explains. */
    static int explained(int status) {
        if (EXPLAINED.contains(status)) {
            return status;
        }
        return status >= 400 && status < 500 ? 400 : 500;
    }

    ProblemDetail of(HttpServletRequest request, HttpStatusCode status) {
        Locale locale = locales.resolveLocale(request);
        int words = explained(status.value());
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(messages.getMessage("system.problem." + words + ".title", null, locale));
        problem.setDetail(messages.getMessage("system.problem." + words + ".detail", null, locale));
        problem.setInstance(instance(request));
        return problem;
    }

    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", locales.resolveLocale(request).toLanguageTag());
        response.getOutputStream().write(json.writeValueAsBytes(of(request, status)));
    }

    private static URI instance(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return URI.create(failed == null ? request.getRequestURI() : failed.toString());
    }
}
