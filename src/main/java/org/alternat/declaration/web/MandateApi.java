package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** An organiser records on what a signatory's authority rests, for machines. */
@RestController
@Tag(name = "Declarations")
class MandateApi {

    private final Declarations declarations;
    private final MandateDesk desk;
    private final StatusAnswers answers;
    private final DeclarationProblems problems;

    MandateApi(Declarations declarations, MandateDesk desk, StatusAnswers answers, DeclarationProblems problems) {
        this.declarations = declarations;
        this.desk = desk;
        this.answers = answers;
        this.problems = problems;
    }

    @PostMapping(
            path = "/api/v1/declarations/" + DeclarationPaths.ID + "/signatories/" + DeclarationPaths.SIGNATORY
                    + "/mandate",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record on what a signatory's authority to sign for the party rests",
            description =
                    "The ground (STATUTES, RESOLUTION, POWER or OTHER), which article, resolution or letter, who has"
                            + " looked at it and, if there is one, the document (PDF, PNG or JPEG of 10 MB at most)."
                            + " Recorded again, the later one counts.")
    @ApiResponse(responseCode = "200", description = "Recorded; where the declaration stands now")
    @ApiResponse(responseCode = "409", description = "Not in this state; the member code says why")
    @ApiResponse(responseCode = "422", description = "Faulty; every fault is listed in the member errors")
    DeclarationStatus record(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @RequestParam(required = false) @Nullable String ground,
            @RequestParam(required = false) @Nullable String statement,
            @RequestParam(required = false) @Nullable String checkedBy,
            @RequestParam(required = false) @Nullable MultipartFile document,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by)
            throws IOException {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        MandateForm form = new MandateForm(ground, statement, checkedBy, document);
        return desk.record(declaration.id(), new SignatoryId(signatory), form, by)
                .fold(outcome -> answers.moved(outcome, declaration.id(), by), errors -> {
                    throw problems.faulty(errors);
                });
    }
}
