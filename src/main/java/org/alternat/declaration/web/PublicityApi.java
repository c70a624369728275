package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.Publicities;
import org.alternat.declaration.input.OfficialMention;
import org.alternat.declaration.input.PublicityInput;
import org.alternat.declaration.input.PublicityReader;
import org.alternat.declaration.input.Upload;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Publicity;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a declaration says of its funding, for machines. */
@RestController
@RequestMapping(
        path = "/api/v1/declarations/" + DeclarationPaths.ID + "/publicity",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Declarations")
class PublicityApi {

    private final Declarations declarations;
    private final Publicities publicities;
    private final DeclarationProblems problems;
    private final OfficialMention official;

    PublicityApi(
            Declarations declarations,
            Publicities publicities,
            DeclarationProblems problems,
            OfficialMention official) {
        this.declarations = declarations;
        this.publicities = publicities;
        this.problems = problems;
        this.official = official;
    }

    @GetMapping
    @Operation(summary = "Tell what a declaration says of its funding")
    PublicityStatus read(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        return PublicityStatus.of(publicities.of(declaration.id()).orElse(null));
    }

    @PutMapping
    @Operation(
            summary = "Say who funds a draft, or that no mention is due",
            description = "Until this is said the declaration is not released. It replaces what was said before.")
    @ApiResponse(responseCode = "200", description = "What the declaration says now")
    @ApiResponse(responseCode = "409", description = "Not in this state; the member code says why")
    @ApiResponse(responseCode = "422", description = "Faulty; every fault is listed in the member errors")
    PublicityStatus set(
            @PathVariable UUID id,
            @RequestBody PublicityRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        return PublicityReader.read(input(request))
                .fold(
                        read -> {
                            MoveOutcome outcome = publicities.set(declaration.id(), read.publicity(), read.png(), by);
                            if (outcome != MoveOutcome.DONE) {
                                throw problems.refused(outcome);
                            }
                            return PublicityStatus.of(read.publicity());
                        },
                        errors -> {
                            throw problems.faulty(errors);
                        });
    }

    private PublicityInput input(PublicityRequest request) {
        Map<String, String> mentions = Objects.requireNonNullElse(request.mentions(), Map.of());
        LogoRequest logo = request.logo();
        byte[] image = logo == null ? null : logo.image();
        return new PublicityInput(
                request.due(),
                mentions.getOrDefault("fr", official.publicity().fr()),
                mentions.getOrDefault("nl", official.publicity().nl()),
                mentions.getOrDefault("en", official.publicity().en()),
                !Boolean.FALSE.equals(request.emblem()),
                logo == null ? null : new Upload(image == null ? new byte[0] : image),
                logo == null ? null : logo.name(),
                null);
    }

    @Schema(name = "NewPublicity")
    record PublicityRequest(
            @Schema(description = "false when no mention is due") @Nullable
            Boolean due,

            @Schema(
                    description =
                            "By language (fr, nl, en); the European Regional Development Fund's own where missing",
                    example = "{\"en\": \"With the support of the European Regional Development Fund\"}")
            @Nullable
            Map<String, String> mentions,

            @Schema(description = "Whether the emblem of the European Union stands beside it; true when missing")
            @Nullable
            Boolean emblem,

            @Nullable LogoRequest logo) {}

    @Schema(name = "NewLogo")
    @SuppressWarnings("ArrayRecordComponent")
    record LogoRequest(
            @Schema(description = "Whose it is", example = "VISES") @Nullable
            String name,

            @Schema(description = "PNG or JPEG of 1 MB at most, in Base64")
            byte @Nullable [] image) {}

    @Schema(name = "Publicity")
    record PublicityStatus(
            @Schema(description = "Missing while nobody has decided") @Nullable
            Boolean due,

            Map<String, String> mentions,
            boolean emblem,
            @Nullable LogoStatus logo) {

        static PublicityStatus of(@Nullable Publicity publicity) {
            if (publicity == null) {
                return new PublicityStatus(null, Map.of(), false, null);
            }
            Map<String, String> mentions = publicity.due()
                    ? Map.of("fr", publicity.fr(), "nl", publicity.nl(), "en", publicity.en())
                    : Map.of();
            Publicity.Logo logo = publicity.logo();
            return new PublicityStatus(
                    publicity.due(),
                    mentions,
                    publicity.emblem(),
                    logo == null
                            ? null
                            : new LogoStatus(logo.name(), logo.sha256().hex()));
        }
    }

    @Schema(name = "Logo")
    record LogoStatus(String name, String sha256) {}
}
