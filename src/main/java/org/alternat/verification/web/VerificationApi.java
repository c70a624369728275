package org.alternat.verification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.alternat.verification.Verification;
import org.alternat.verification.web.Counter.RefusedException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The check of a file, for machines. No token is needed, and none helps. */
@RestController
@RequestMapping("/api/v1/verifications")
@Tag(name = "Verification", description = "Check the signatures of any PDF; nothing is kept")
class VerificationApi {

    private final Counter counter;
    private final MessageSource messages;

    VerificationApi(Counter counter, MessageSource messages) {
        this.counter = counter;
        this.messages = messages;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Check every signature of a PDF",
            description =
                    "Open to everybody: 20 files in ten minutes from one address, 50 MB each. The file is not kept.")
    @ApiResponse(responseCode = "200", description = "What was found, good or bad")
    @ApiResponse(
            responseCode = "422",
            description = "There is no file, or it cannot be read as a PDF",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    VerifiedFile check(@RequestParam MultipartFile file, Locale locale, HttpServletRequest request) throws IOException {
        return check(file.getBytes(), locale, request);
    }

    @PostMapping(consumes = MediaType.APPLICATION_PDF_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The same, with the PDF itself as the body")
    VerifiedFile checkBody(HttpServletRequest request, Locale locale) throws IOException {
        return check(request.getInputStream().readNBytes(Verification.MAX_BYTES + 1), locale, request);
    }

    private VerifiedFile check(byte[] file, Locale locale, HttpServletRequest request) {
        try {
            return VerifiedFile.of(counter.check(file, request.getRemoteAddr()));
        } catch (RefusedException e) {
            throw problem(e.refusal(), locale, request);
        }
    }

    private ErrorResponseException problem(Refusal refusal, Locale locale, HttpServletRequest request) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(refusal.status(), messages.getMessage(refusal.key(), null, locale));
        problem.setTitle(messages.getMessage("verification.trouble.title", null, locale));
        problem.setInstance(URI.create(request.getRequestURI()));
        ErrorResponseException answer = new ErrorResponseException(refusal.status(), problem, null);
        if (refusal == Refusal.BUSY) {
            answer.getHeaders().set(HttpHeaders.RETRY_AFTER, "20");
        }
        return answer;
    }
}
