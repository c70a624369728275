package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.PaperUndoing;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** An organiser records what was signed on paper, and undoes it, for machines. */
@RestController
@Tag(name = "Declarations")
class PaperApi {

    private final Declarations declarations;
    private final PaperDesk desk;
    private final PaperUndoing undoing;
    private final StatusAnswers answers;
    private final DeclarationProblems problems;

    PaperApi(
            Declarations declarations,
            PaperDesk desk,
            PaperUndoing undoing,
            StatusAnswers answers,
            DeclarationProblems problems) {
        this.declarations = declarations;
        this.desk = desk;
        this.undoing = undoing;
        this.answers = answers;
        this.problems = problems;
    }

    @PostMapping(
            path = "/api/v1/declarations/" + DeclarationPaths.ID + "/signatories/" + DeclarationPaths.SIGNATORY
                    + "/paper",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record that a signatory has signed on paper",
            description = "With a scan (PDF, PNG or JPEG of 10 MB at most) and the day on it. It counts for the rule of"
                    + " completion; the field in the document stays empty.")
    @ApiResponse(responseCode = "200", description = "Recorded; where the declaration stands now")
    @ApiResponse(responseCode = "409", description = "Not in this state; the member code says why")
    @ApiResponse(responseCode = "422", description = "Faulty; every fault is listed in the member errors")
    DeclarationStatus record(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            @RequestParam(required = false) @Nullable String signedOn,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by)
            throws IOException {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        return desk.record(declaration, new SignatoryId(signatory), scan, signedOn, by)
                .fold(outcome -> answers.moved(outcome, declaration.id(), by), errors -> {
                    throw problems.faulty(errors);
                });
    }

    @PostMapping(
            path = "/api/v1/declarations/" + DeclarationPaths.ID + "/signatories/" + DeclarationPaths.SIGNATORY
                    + "/paper-undoing",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Undo a signature on paper that was recorded by mistake",
            description =
                    "While somebody else is still awaited. The signatory is asked again, with a new link; the scan is"
                            + " deleted, and the audit trail keeps both acts.")
    @ApiResponse(responseCode = "200", description = "Undone; where the declaration stands now")
    @ApiResponse(responseCode = "409", description = "Not in this state; the member code says why")
    DeclarationStatus undo(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @RequestBody Undoing wanted,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration =
                declarations.ofOrganiser(new DeclarationId(id), by).id();
        String reason = wanted.reason() == null ? "" : wanted.reason();
        return answers.moved(undoing.undo(declaration, new SignatoryId(signatory), reason, by), declaration, by);
    }

    @Schema(name = "PaperUndoing")
    record Undoing(
            @Schema(description = "Stands in the audit trail", example = "Recorded in the wrong row") @Nullable
            String reason) {}
}
