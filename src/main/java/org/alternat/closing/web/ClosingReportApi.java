package org.alternat.closing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import org.alternat.closing.ClosingReport;
import org.alternat.closing.ClosingReports;
import org.alternat.declaration.Declarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The closing report, for machines: what the archival package holds as {@code closing-report.json}. */
@RestController
@Tag(name = "Closing report", description = "What came of a circulation")
class ClosingReportApi {

    private final ClosingReports reports;
    private final Declarations declarations;
    private final MessageSource messages;

    ClosingReportApi(ClosingReports reports, Declarations declarations, MessageSource messages) {
        this.reports = reports;
        this.declarations = declarations;
        this.messages = messages;
    }

    @GetMapping(
            path = "/api/v1/declarations/" + ClosingPaths.ID + "/closing-report",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read the closing report of a circulation that has ended")
    @ApiResponse(responseCode = "200", description = "The report, drawn up anew")
    @ApiResponse(
            responseCode = "409",
            description = "The circulation has not ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    ClosingReport report(
            @PathVariable UUID id,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by,
            @Parameter(hidden = true) Locale locale) {
        DeclarationId declaration = new DeclarationId(id);
        if (!declarations.isOrganiser(declaration, by.staffId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return reports.of(declaration).orElseThrow(() -> notEnded(locale));
    }

    private ErrorResponseException notEnded(Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, messages.getMessage("closing.api.notEnded", null, locale));
        problem.setTitle(messages.getMessage("closing.api.conflict", null, locale));
        problem.setProperty("code", "NOT_ENDED");
        return new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
    }
}
