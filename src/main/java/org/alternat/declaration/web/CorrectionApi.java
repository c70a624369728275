package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.alternat.declaration.Correction;
import org.alternat.declaration.Corrections;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.input.InputError;
import org.alternat.document.DocumentIntake;
import org.alternat.document.IntakeResult;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** An organiser brings a corrected text while the old one circulates, for machines. */
@RestController
@Tag(name = "Declarations")
class CorrectionApi {

    private final Declarations declarations;
    private final Corrections corrections;
    private final DocumentIntake intake;
    private final StatusAnswers answers;
    private final DeclarationProblems problems;

    CorrectionApi(
            Declarations declarations,
            Corrections corrections,
            DocumentIntake intake,
            StatusAnswers answers,
            DeclarationProblems problems) {
        this.declarations = declarations;
        this.corrections = corrections;
        this.intake = intake;
        this.answers = answers;
        this.problems = problems;
    }

    @PostMapping(
            path = "/api/v1/declarations/" + DeclarationPaths.ID + "/correction",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Correct the text",
            description =
                    "The circulation of the old text ends at once, and what was signed stays with it. A draft with the"
                            + " corrected text takes its place; once you release it, everybody is invited anew.")
    @ApiResponse(
            responseCode = "201",
            description = "The draft that takes its place; its address is in the header Location")
    @ApiResponse(responseCode = "409", description = "Not in this state; the member code says why")
    @ApiResponse(responseCode = "422", description = "Faulty; the member errors or the member code says why")
    ResponseEntity<DeclarationStatus> correct(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable MultipartFile document,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by)
            throws IOException {
        DeclarationId declaration =
                declarations.ofOrganiser(new DeclarationId(id), by).id();
        if (document == null || document.isEmpty()) {
            throw problems.faulty(List.of(InputError.of("document", "declaration.input.documentMissing")));
        }
        IntakeResult examined = intake.examine(document.getBytes());
        if (examined instanceof IntakeResult.Refused refused) {
            throw problems.faulty(List.of(InputError.of("document", "declaration.refusal." + refused.reason())));
        }
        Correction correction = corrections.correct(declaration, (IntakeResult.Accepted) examined, reason, by);
        DeclarationId successor = correction.successor();
        if (successor == null) {
            throw problems.refused(correction.outcome());
        }
        return ResponseEntity.created(URI.create("/api/v1/declarations/" + successor))
                .body(answers.of(successor, by));
    }
}
