package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alternat.declaration.AfterRefusal;
import org.alternat.declaration.ChangeRequests;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.EarlyClosing;
import org.alternat.declaration.Pauses;
import org.alternat.declaration.RefusalPolicy;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pause, resume, close early, and what a refusal shall lead to, for machines. */
@RestController
@RequestMapping(path = "/api/v1/declarations/" + DeclarationPaths.ID, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Declarations")
@ApiResponse(responseCode = "200", description = "Done; where the declaration stands now")
@ApiResponse(responseCode = "409", description = "Not in this state; the member code says why")
class CirculationMovesApi {

    private final Pauses pauses;
    private final EarlyClosing closing;
    private final RefusalPolicy policy;
    private final Declarations declarations;
    private final ChangeRequests changes;
    private final StatusAnswers answers;

    CirculationMovesApi(
            Pauses pauses,
            EarlyClosing closing,
            RefusalPolicy policy,
            Declarations declarations,
            ChangeRequests changes,
            StatusAnswers answers) {
        this.declarations = declarations;
        this.changes = changes;
        this.pauses = pauses;
        this.closing = closing;
        this.policy = policy;
        this.answers = answers;
    }

    @PostMapping("/pause")
    @Operation(
            summary = "Pause the circulation",
            description = "Nobody can answer, no letter leaves and no deadline passes until it is resumed.")
    DeclarationStatus pause(
            @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        return answers.moved(pauses.pause(declaration, by), declaration, by);
    }

    @PostMapping("/resumption")
    @Operation(
            summary = "Resume the circulation",
            description = "Those whose answer is awaited are told. A deadline that has passed is prolonged first.")
    DeclarationStatus resume(
            @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        return answers.moved(pauses.resume(declaration, by), declaration, by);
    }

    @PostMapping("/closing")
    @Operation(
            summary = "Close the circulation early",
            description = "The deadline becomes now; the rule of completion says whether the declaration is in effect.")
    DeclarationStatus close(
            @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        return answers.moved(closing.close(declaration, by), declaration, by);
    }

    @PostMapping("/after-refusal")
    @Operation(summary = "Choose what happens after a refusal: CONTINUE, STOP or ASK")
    DeclarationStatus afterRefusal(
            @PathVariable UUID id,
            @RequestBody Policy chosen,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        return answers.moved(policy.choose(declaration, chosen.afterRefusal(), by), declaration, by);
    }

    @GetMapping("/change-requests")
    @Operation(summary = "List what signatories would like to be changed in the text, the newest first")
    List<Wish> changes(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration =
                declarations.ofOrganiser(new DeclarationId(id), by).id();
        return changes.of(declaration).stream()
                .map(wish -> new Wish(wish.signatoryId().value(), wish.passage(), wish.content(), wish.askedAt()))
                .toList();
    }

    @Schema(name = "ChangeRequest")
    record Wish(UUID signatory, String passage, String content, Instant askedAt) {}

    @Schema(name = "RefusalPolicy")
    record Policy(AfterRefusal afterRefusal) {

        Policy {
            if (afterRefusal == null) {
                throw new IllegalArgumentException("CONTINUE, STOP or ASK");
            }
        }
    }
}
