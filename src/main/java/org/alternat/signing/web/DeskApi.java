package org.alternat.signing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alternat.access.DeskCode;
import org.alternat.declaration.MoveOutcome;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.alternat.signing.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desk at the event, for machines. */
@RestController
@RequestMapping(path = "/api/v1/declarations/{id:[0-9a-f-]{36}}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Declarations")
class DeskApi {

    private final Desk desk;
    private final MessageSource messages;

    DeskApi(Desk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping("/desk")
    @Operation(
            summary = "List who has not answered, in order of precedence",
            description = "The member hindrance says why no desk code can be given now; it is null when one can.")
    @ApiResponse(responseCode = "200", description = "Everybody who is still awaited")
    List<Awaited> waiting(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        return desk.waiting(new DeclarationId(id), by).stream()
                .map(one -> new Awaited(
                        one.signatory().id().value(),
                        one.signatory().fullName(),
                        one.party().name(),
                        one.open() ? null : one.hindrance().name(),
                        one.codeUntil()))
                .toList();
    }

    @PostMapping("/signatories/{signatory:[0-9a-f-]{36}}/desk-code")
    @Operation(
            summary = "Give a desk code to a signatory who stands before you",
            description =
                    "It stands for the mailed link and the mailed code, once and for ten minutes; an earlier one of the"
                            + " same person stops working. It is told in this answer alone and recorded in the audit trail, without the"
                            + " code, under the name of the token's owner.")
    @ApiResponse(responseCode = "201", description = "The code")
    @ApiResponse(responseCode = "409", description = "No code can be given now; the member code says why")
    ResponseEntity<Code> give(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        Desk.Given given = desk.give(new DeclarationId(id), new SignatoryId(signatory), by);
        DeskCode code = given.code().orElseThrow(() -> refused(given.outcome()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Code(code.text(), code.link(), code.expiresAt()));
    }

    private ErrorResponseException refused(MoveOutcome outcome) {
        Locale locale = LocaleContextHolder.getLocale();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, messages.getMessage("declaration.outcome." + outcome, null, locale));
        problem.setTitle(messages.getMessage("declaration.api.conflict", null, locale));
        problem.setProperty("code", outcome.name());
        return new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
    }

    /**
     * Somebody who has not answered.
     *
     * @param codeUntil until when an unused code holds
     */
    @Schema(name = "AwaitedAtDesk")
    record Awaited(
            UUID signatory,
            String name,
            String party,
            @Nullable String hindrance,
            @Nullable Instant codeUntil) {}

    /** What the answer alone tells. */
    @Schema(name = "DeskCode")
    record Code(@Schema(example = "CD3F-7HKT") String code, URI link, Instant expiresAt) {

        /** Masked, so that a code never reaches a log by accident. */
        @Override
        public String toString() {
            return "Code[***]";
        }
    }
}
