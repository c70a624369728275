package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.DelegationRule;
import org.alternat.declaration.Delegations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who decides about delegations, and each decision, for machines. */
@RestController
@RequestMapping(path = "/api/v1/declarations/" + DeclarationPaths.ID, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Declarations")
@ApiResponse(responseCode = "200", description = "Done; where the declaration stands now")
@ApiResponse(responseCode = "409", description = "Not in this state; the member code says why")
class DelegationsApi {

    private static final String DECISION =
            "/signatories/" + DeclarationPaths.SIGNATORY + "/delegations/{number:[0-9]{1,6}}/";

    private final Declarations declarations;
    private final Delegations delegations;
    private final StatusAnswers answers;

    DelegationsApi(Declarations declarations, Delegations delegations, StatusAnswers answers) {
        this.declarations = declarations;
        this.delegations = delegations;
        this.answers = answers;
    }

    @PostMapping("/delegation")
    @Operation(
            summary = "Choose who decides about delegations: CONFIRM or ALLOW",
            description = "With CONFIRM an organiser decides each of them; with ALLOW they take place at once.")
    DeclarationStatus choose(
            @PathVariable UUID id,
            @RequestBody Rule chosen,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        return answers.moved(delegations.choose(declaration, chosen.delegation(), by), declaration, by);
    }

    @GetMapping("/delegations")
    @Operation(summary = "List the delegations that an organiser must decide, the oldest first")
    List<Wish> undecided(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration =
                declarations.ofOrganiser(new DeclarationId(id), by).id();
        return delegations.undecided(declaration).stream()
                .map(one -> new Wish(
                        one.signatoryId().value(),
                        one.number(),
                        one.to().givenName(),
                        one.to().familyName(),
                        one.to().capacity(),
                        one.to().email().value(),
                        one.to().locale().toLanguageTag(),
                        one.askedAt()))
                .toList();
    }

    @PostMapping(DECISION + "confirmation")
    @Operation(
            summary = "Confirm a delegation",
            description = "The delegate is invited and signs for the signatory, whose link stops working at once.")
    DeclarationStatus confirm(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @PathVariable int number,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        return answers.moved(delegations.confirm(declaration, new SignatoryId(signatory), number, by), declaration, by);
    }

    @PostMapping(DECISION + "refusal")
    @Operation(summary = "Decline a delegation", description = "The signatory keeps the place and is told by letter.")
    DeclarationStatus decline(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @PathVariable int number,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        return answers.moved(delegations.decline(declaration, new SignatoryId(signatory), number, by), declaration, by);
    }

    @Schema(name = "DelegationRule")
    record Rule(DelegationRule delegation) {

        Rule {
            if (delegation == null) {
                throw new IllegalArgumentException("CONFIRM or ALLOW");
            }
        }
    }

    @Schema(name = "Delegation")
    record Wish(
            UUID signatory,
            int number,
            String givenName,
            String familyName,
            String capacity,
            String email,
            String locale,
            Instant askedAt) {

        /** Holds a person. */
        @Override
        public String toString() {
            return "Wish[" + signatory + "]";
        }
    }
}
