package org.alternat.system.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Turns what went wrong under {@code /api/} into a problem detail. A refusal that a feature has worded stays as it is; the
 * framework's own words are replaced by ours. Pages are left to {@link ErrorPages}.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiTrouble {

    private static final Logger LOG = LoggerFactory.getLogger(ApiTrouble.class);

    private final Problems problems;

    ApiTrouble(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> problem(Exception trouble, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!Problems.isApi(request)
                || response.isCommitted()
                || trouble instanceof AccessDeniedException
                || trouble instanceof AuthenticationException
                || trouble instanceof AsyncRequestNotUsableException) {
            throw trouble;
        }
        if (trouble instanceof ErrorResponse refusal) {
            return answer(refusal.getStatusCode(), refusal.getHeaders(), body(refusal, request));
        }
        HttpStatus status = PassingTrouble.status(trouble);
        if (trouble instanceof HttpMessageConversionException
                || trouble instanceof org.springframework.beans.TypeMismatchException) {
            status = HttpStatus.BAD_REQUEST;
        } else {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), trouble);
        }
        return answer(status, HttpHeaders.EMPTY, problems.of(request, status));
    }

    private ProblemDetail body(ErrorResponse refusal, HttpServletRequest request) {
        boolean worded = refusal instanceof ErrorResponseException
                && !(refusal instanceof ResponseStatusException)
                && !refusal.getClass().getName().startsWith("org.springframework.web.servlet");
        return worded && refusal.getBody().getDetail() != null
                ? refusal.getBody()
                : problems.of(request, refusal.getStatusCode());
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, HttpHeaders headers, ProblemDetail problem) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
