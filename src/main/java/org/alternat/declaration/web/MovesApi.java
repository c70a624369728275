package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Prolongations;
import org.alternat.declaration.Replacements;
import org.alternat.declaration.input.DeadlineReader;
import org.alternat.declaration.input.PersonReader;
import org.alternat.declaration.input.SignatoryInput;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an organiser changes while a declaration circulates, for machines. */
@RestController
@RequestMapping(path = "/api/v1/declarations/" + DeclarationPaths.ID, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Declarations")
@ApiResponse(responseCode = "200", description = "Done; where the declaration stands now")
@ApiResponse(responseCode = "409", description = "Not in this state; the member code says why")
@ApiResponse(responseCode = "422", description = "Faulty; every fault is listed in the member errors")
class MovesApi {

    private final Declarations declarations;
    private final Replacements replacements;
    private final Prolongations prolongations;
    private final StatusAnswers answers;
    private final DeclarationProblems problems;

    MovesApi(
            Declarations declarations,
            Replacements replacements,
            Prolongations prolongations,
            StatusAnswers answers,
            DeclarationProblems problems) {
        this.declarations = declarations;
        this.replacements = replacements;
        this.prolongations = prolongations;
        this.answers = answers;
        this.problems = problems;
    }

    @PostMapping("/signatories/" + DeclarationPaths.SIGNATORY + "/replacement")
    @Operation(
            summary = "Replace the person in a signatory's place, correct the address, or name who was to be confirmed",
            description = "Up to the moment of signing. The earlier link stops working at once.")
    DeclarationStatus replace(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @RequestBody PersonRequest person,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        return PersonReader.read(person.input())
                .fold(
                        read -> answers.moved(
                                replacements.replace(declaration, new SignatoryId(signatory), read, by),
                                declaration,
                                by),
                        errors -> {
                            throw problems.faulty(errors);
                        });
    }

    @PostMapping("/deadline")
    @Operation(
            summary = "Prolong the deadline",
            description = "It only moves to a later instant. An incomplete declaration circulates again.")
    DeclarationStatus prolong(
            @PathVariable UUID id,
            @RequestBody NewDeadline deadline,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        return DeadlineReader.read(
                        deadline.deadline(),
                        declarations.ofOrganiser(declaration, by).zone())
                .fold(
                        until -> answers.moved(prolongations.prolong(declaration, until, by), declaration, by),
                        errors -> {
                            throw problems.faulty(errors);
                        });
    }

    @Schema(name = "NewPerson")
    record PersonRequest(
            @Schema(example = "Aimée") @Nullable String givenName,
            @Schema(example = "Tremblay") @Nullable String familyName,

            @Schema(example = "Directrice générale") @Nullable
            String capacity,

            @Schema(example = "aimee.tremblay@tiess.example.org") @Nullable
            String email,

            @Schema(description = "fr-FR, fr-BE, fr-CA, nl-BE or en", example = "fr-CA") @Nullable
            String locale) {

        SignatoryInput input() {
            return new SignatoryInput(
                    null, null, null, null, null, givenName, familyName, capacity, email, locale, null, null);
        }

        /** Holds a person. */
        @Override
        public String toString() {
            return "PersonRequest[***]";
        }
    }

    @Schema(name = "NewDeadline")
    record NewDeadline(
            @Schema(
                    description = "With an offset, or local to the declaration's time zone",
                    example = "2026-12-31T18:00:00+01:00")
            @Nullable
            String deadline) {}
}
