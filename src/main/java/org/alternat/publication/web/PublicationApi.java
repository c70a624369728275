package org.alternat.publication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.publication.Listings;
import org.alternat.publication.Publications;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From when the public may read a declaration, for machines. */
@RestController
@RequestMapping(
        path = "/api/v1/declarations/" + PublicationPaths.ID + "/publication",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Publication", description = "From when the public may read a declaration")
@ApiResponse(responseCode = "200", description = "What is set now")
class PublicationApi {

    private final Declarations declarations;
    private final Signatories signatories;
    private final Publications publications;
    private final Listings listings;
    private final MessageSource messages;

    PublicationApi(
            Declarations declarations,
            Signatories signatories,
            Publications publications,
            Listings listings,
            MessageSource messages) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.publications = publications;
        this.listings = listings;
        this.messages = messages;
    }

    @GetMapping
    @Operation(summary = "From when the public may read the declaration, and who agreed to be named")
    Publication read(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        return answer(declarations.ofOrganiser(new DeclarationId(id), by));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Set the end of the embargo",
            description = "Before or after the seal; nothing is public before it. An instant in the past publishes at"
                    + " once, and a second call moves it.")
    @ApiResponse(responseCode = "409", description = "The declaration was withdrawn")
    @ApiResponse(responseCode = "422", description = "The member from cannot be read")
    Publication publish(
            @PathVariable UUID id,
            @RequestBody Embargo embargo,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by,
            Locale locale) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Instant from = PublicInstant.read(embargo.from == null ? "" : embargo.from, declaration.zone())
                .orElseThrow(() -> refused(
                        HttpStatus.UNPROCESSABLE_CONTENT, "declaration.api.invalid", "publication.form.wrong", locale));
        if (!publications.publish(declaration.id(), from, by)) {
            throw refused(HttpStatus.CONFLICT, "declaration.api.conflict", "publication.form.withdrawn", locale);
        }
        return answer(declaration);
    }

    @DeleteMapping
    @Operation(summary = "Take the public page away, or the plan to show it")
    Publication retract(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        publications.retract(new DeclarationId(id), by);
        return read(id, by);
    }

    private Publication answer(Declaration declaration) {
        return new Publication(
                publications.from(declaration.id()).orElse(null),
                publications.isPublic(declaration),
                "/declarations/" + declaration.reference(),
                listings.of(declaration.id()).size(),
                signatories.of(declaration.id()).stream()
                        .filter(one -> one.role().signs())
                        .count());
    }

    private ErrorResponseException refused(HttpStatus status, String title, String detail, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(detail, null, locale));
        problem.setTitle(messages.getMessage(title, null, locale));
        return new ErrorResponseException(status, problem, null);
    }

    record Embargo(
            @Schema(
                    description = "With an offset, or on the clock of the declaration's place",
                    example = "2026-11-28T14:00+01:00")
            @Nullable
            String from) {}

    record Publication(
            @Schema(description = "The end of the embargo; null when none is set") @Nullable
            Instant from,

            @Schema(description = "Whether anybody can read it now")
            boolean isPublic,

            @Schema(description = "Of the public page", example = "/declarations/ALT-2026-0001")
            String path,

            @Schema(description = "Signatories who agreed to be named")
            int agreed,

            @Schema(description = "Signatories who are asked")
            long asked) {}
}
