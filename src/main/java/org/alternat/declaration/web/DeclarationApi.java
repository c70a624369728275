package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.NewDeclaration;
import org.alternat.declaration.input.Checked;
import org.alternat.declaration.input.DeclarationReader;
import org.alternat.declaration.input.InputError;
import org.alternat.declaration.input.Upload;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What an organiser does, for machines. Another organiser's declaration is answered with 404. */
@RestController
@RequestMapping("/api/v1/declarations")
@Tag(name = "Declarations", description = "Draft, release and follow a declaration")
class DeclarationApi {

    private final Declarations declarations;
    private final DeclarationReader reader;
    private final Boards boards;
    private final Revisions revisions;
    private final StatusAnswers answers;
    private final DeclarationProblems problems;

    DeclarationApi(
            Declarations declarations,
            DeclarationReader reader,
            Boards boards,
            Revisions revisions,
            StatusAnswers answers,
            DeclarationProblems problems) {
        this.declarations = declarations;
        this.reader = reader;
        this.boards = boards;
        this.revisions = revisions;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the declarations that you organise, the newest first")
    List<DeclarationStatus.Summary> list(@Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        return declarations.ofOrganiser(by.staffId()).stream()
                .map(boards::of)
                .map(DeclarationStatus.Summary::of)
                .toList();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Draft a declaration", description = "Nothing is stored when anything is faulty.")
    @ApiResponse(responseCode = "201", description = "Drafted; its address is in the header Location")
    @ApiResponse(responseCode = "422", description = "Faulty; every fault is listed in the member errors")
    ResponseEntity<DeclarationStatus> draft(
            @RequestPart("declaration") DeclarationRequest request,
            @RequestPart(name = "document", required = false) @Nullable MultipartFile document,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by)
            throws IOException {
        Upload upload = document == null ? null : new Upload(document.getBytes());
        List<InputError> faults = new ArrayList<>(request.emptyParties());
        Checked<NewDeclaration> read = reader.read(request.input(upload));
        faults.addAll(read.fold(
                made -> List.<InputError>of(),
                errors -> errors.stream().map(request::located).toList()));
        if (!faults.isEmpty()) {
            throw problems.faulty(faults);
        }
        DeclarationId id = read.fold(made -> declarations.draft(made, by), errors -> {
            throw new IllegalStateException("faults are listed above");
        });
        return ResponseEntity.created(URI.create("/api/v1/declarations/" + id)).body(answers.of(id, by));
    }

    @GetMapping(path = "/" + DeclarationPaths.ID, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Tell where a declaration stands, signatory by signatory")
    DeclarationStatus status(
            @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        return answers.of(new DeclarationId(id), by);
    }

    @PostMapping(path = "/" + DeclarationPaths.ID + "/release", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Release a draft",
            description = "The text is frozen by its SHA-256 and the first letters leave. This cannot be undone.")
    @ApiResponse(responseCode = "200", description = "Released")
    @ApiResponse(responseCode = "409", description = "Not in this state; the member code says why")
    DeclarationStatus release(
            @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        return answers.moved(declarations.release(declaration, by), declaration, by);
    }

    @PostMapping(path = "/" + DeclarationPaths.ID + "/reminders", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Remind one signatory, or everybody who has not answered",
            description = "Without a body: everybody whose invitation is open.")
    @ApiResponse(responseCode = "200", description = "The letters will leave in a moment")
    @ApiResponse(responseCode = "409", description = "Not in this state; the member code says why")
    DeclarationStatus remind(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Reminder reminder,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        UUID only = reminder == null ? null : reminder.signatory();
        return answers.moved(
                declarations.remind(declaration, only == null ? null : new SignatoryId(only), by), declaration, by);
    }

    @PostMapping(path = "/" + DeclarationPaths.ID + "/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Withdraw a declaration",
            description = "Ends the circulation, or discards a draft. Those who were asked are told the reason.")
    @ApiResponse(responseCode = "200", description = "Withdrawn")
    @ApiResponse(responseCode = "409", description = "Not in this state; the member code says why")
    DeclarationStatus cancel(
            @PathVariable UUID id,
            @RequestBody Cancellation cancellation,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        String reason = cancellation.reason() == null ? "" : cancellation.reason();
        return answers.moved(declarations.withdraw(declaration, reason, by), declaration, by);
    }

    @GetMapping(
            path = "/" + DeclarationPaths.ID + "/document",
            produces = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(summary = "Take the document, as it is now or as it was after a revision")
    ResponseEntity<byte[]> document(
            @PathVariable UUID id,
            @Parameter(description = "0 is the frozen text; the last one without it")
                    @RequestParam(required = false)
                    @Nullable
                    Integer revision,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        return DeclarationFilesController.pdf(
                declarations.ofOrganiser(new DeclarationId(id), by), revision, false, revisions);
    }

    @Schema(name = "Reminder")
    record Reminder(@Nullable UUID signatory) {}

    @Schema(name = "Cancellation")
    record Cancellation(
            @Schema(example = "The text is being revised.") @Nullable
            String reason) {}
}
