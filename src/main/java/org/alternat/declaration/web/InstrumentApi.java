package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.InstrumentKind;
import org.alternat.declaration.Instruments;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.NewDeclaration;
import org.alternat.declaration.input.Checked;
import org.alternat.declaration.input.DeclarationReader;
import org.alternat.declaration.input.InputError;
import org.alternat.declaration.input.Upload;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Instruments attached to an archived declaration, for machines. */
@RestController
@RequestMapping("/api/v1/declarations/" + DeclarationPaths.ID + "/instruments")
@Tag(
        name = "Instruments",
        description = "Accessions, reservations, withdrawals and the like, after a declaration is archived")
class InstrumentApi {

    private final Declarations declarations;
    private final Instruments instruments;
    private final DeclarationReader reader;
    private final StatusAnswers answers;
    private final DeclarationProblems problems;

    InstrumentApi(
            Declarations declarations,
            Instruments instruments,
            DeclarationReader reader,
            StatusAnswers answers,
            DeclarationProblems problems) {
        this.declarations = declarations;
        this.instruments = instruments;
        this.reader = reader;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List what is attached to a declaration, the earliest first")
    List<AttachedInstrument> list(
            @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        Declaration original = declarations.ofOrganiser(new DeclarationId(id), by);
        return instruments.attachedTo(original.id()).stream()
                .map(AttachedInstrument::of)
                .toList();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Draft an instrument",
            description = "A declaration of its own, released and followed like any other. Its text must quote the"
                    + " reference of the original and the SHA-256 of its final file.")
    @ApiResponse(responseCode = "201", description = "Drafted; its address is in the header Location")
    @ApiResponse(responseCode = "409", description = "The original is not archived, or an instrument itself")
    @ApiResponse(responseCode = "422", description = "Faulty; every fault is listed in the member errors")
    ResponseEntity<DeclarationStatus> draft(
            @PathVariable UUID id,
            @Parameter(
                            description = "accession, interpretative-declaration, reservation, withdrawal or"
                                    + " rectification")
                    @RequestParam
                    String kind,
            @RequestPart("declaration") DeclarationRequest request,
            @RequestPart(name = "document", required = false) @Nullable MultipartFile document,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by)
            throws IOException {
        DeclarationId original = new DeclarationId(id);
        MoveOutcome outcome = instruments.takesInstruments(original, by);
        if (outcome != MoveOutcome.DONE) {
            throw problems.refused(outcome);
        }
        InstrumentKind known = InstrumentKind.of(kind)
                .orElseThrow(() -> problems.faulty(List.of(InputError.of("kind", "declaration.input.instrumentKind"))));
        Upload upload = document == null ? null : new Upload(document.getBytes());
        Checked<NewDeclaration> read = reader.read(request.input(upload));
        DeclarationId made = read.fold(instrument -> instruments.draft(original, known, instrument, by), errors -> {
            throw problems.faulty(errors.stream().map(request::located).toList());
        });
        return ResponseEntity.created(URI.create("/api/v1/declarations/" + made))
                .body(answers.of(made, by));
    }

    /** An instrument among those of a declaration. */
    @Schema(name = "Instrument")
    record AttachedInstrument(
            UUID id,
            @Schema(example = "accession") String kind,
            @Schema(example = "ALT-2026-0002") String reference,
            String title,
            DeclarationState state) {

        static AttachedInstrument of(Instruments.Attached attached) {
            Declaration itself = attached.declaration();
            return new AttachedInstrument(
                    itself.id().value(), attached.kind().word(), itself.reference(), itself.title(), itself.state());
        }
    }
}
