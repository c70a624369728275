package org.alternat.declaration.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.input.InputError;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Refusals as problem details (RFC 9457), in the caller's language; each fault has a code that no language changes. */
@Component
class DeclarationProblems {

    private final MessageSource messages;

    DeclarationProblems(MessageSource messages) {
        this.messages = messages;
    }

    /** 422 with the extension member {@code errors}: field, line where there is one, code, message. */
    ErrorResponseException faulty(List<InputError> errors) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "declaration.api.faulty", errors.size());
        List<Map<String, Object>> listed = new ArrayList<>();
        for (InputError error : errors) {
            Map<String, Object> one = new TreeMap<>();
            one.put("field", error.field());
            if (error.line() != null) {
                one.put("line", error.line());
            }
            one.put("code", error.messageKey().replaceFirst("^declaration\\.(input|csv|refusal)\\.", ""));
            one.put(
                    "message",
                    messages.getMessage(
                            error.messageKey(), error.arguments().toArray(), LocaleContextHolder.getLocale()));
            listed.add(one);
        }
        problem.setProperty("errors", listed);
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
    }

    /** 409, or 422 where the request itself lacks something, with the extension member {@code code}. */
    ErrorResponseException refused(MoveOutcome outcome) {
        boolean incomplete = outcome == MoveOutcome.WITHOUT_REASON || outcome == MoveOutcome.REASON_TOO_LONG;
        HttpStatus status = incomplete ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
        ProblemDetail problem = problem(status, "declaration.outcome." + outcome);
        problem.setProperty("code", outcome.name());
        return new ErrorResponseException(status, problem, null);
    }

    private ProblemDetail problem(HttpStatus status, String detailKey, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, messages.getMessage(detailKey, arguments, locale));
        String title = status == HttpStatus.CONFLICT ? "declaration.api.conflict" : "declaration.api.invalid";
        problem.setTitle(messages.getMessage(title, null, locale));
        return problem;
    }
}
