package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.alternat.audit.AuditEntry;
import org.alternat.declaration.Attendance;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The record of a signing, for machines. */
@RestController
@Tag(name = "Declarations")
class MinutesApi {

    private final Declarations declarations;
    private final Boards boards;
    private final BoardParts parts;

    MinutesApi(Declarations declarations, Boards boards, BoardParts parts) {
        this.declarations = declarations;
        this.boards = boards;
        this.parts = parts;
    }

    @GetMapping(
            path = "/api/v1/declarations/" + DeclarationPaths.ID + "/minutes",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The record of signature (procès-verbal)",
            description =
                    "Who has signed, in the order of the signatures, present or remote, at which instant in UTC and on"
                            + " the clock of the declaration's place; who has not; and the incidents.")
    @ApiResponse(responseCode = "200", description = "As it stands now")
    @ApiResponse(responseCode = "404", description = "No such declaration of yours, or still a draft")
    SigningRecord minutes(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        if (declaration.state() == DeclarationState.DRAFT) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return SigningRecord.of(parts.minutes(boards.of(declaration)));
    }

    /**
     * What the page says, without its words.
     *
     * @param zone of the declaration's place
     * @param signed in the order of the signatures
     * @param unsigned in order of precedence
     */
    @Schema(name = "SigningRecord")
    record SigningRecord(
            String reference,
            String title,
            String placeAndDate,
            String zone,
            List<Signed> signed,
            List<Unsigned> unsigned,
            List<Incident> incidents) {

        static SigningRecord of(Minutes minutes) {
            Declaration declaration = minutes.declaration();
            ZoneId zone = declaration.zone();
            return new SigningRecord(
                    declaration.reference(),
                    declaration.title(),
                    declaration.placeAndDate(),
                    zone.getId(),
                    minutes.signed().stream().map(line -> Signed.of(line, zone)).toList(),
                    minutes.unsigned().stream().map(Unsigned::of).toList(),
                    minutes.incidents().stream()
                            .map(entry -> Incident.of(entry, minutes.about(entry)))
                            .toList());
        }
    }

    /**
     * One signature.
     *
     * @param attendance null where it was not recorded
     * @param signed in UTC
     * @param local the same on the clock of the declaration's place
     * @param revision the number of the revision that carries it
     */
    @Schema(name = "SigningRecordSignature")
    record Signed(
            String name,
            String capacity,
            String party,
            @Nullable String onBehalfOf,
            @Nullable Attendance attendance,
            @Nullable Instant signed,
            @Nullable OffsetDateTime local,
            boolean provisional,
            @Nullable Integer revision) {

        static Signed of(Minutes.Line line, ZoneId zone) {
            Instant at = line.signatory().signedAt();
            return new Signed(
                    line.signatory().fullName(),
                    line.signatory().capacity(),
                    line.party().name(),
                    line.signatory().onBehalfOf(),
                    line.signatory().attendance(),
                    at,
                    at == null ? null : at.atZone(zone).toOffsetDateTime(),
                    line.signatory().isProvisional(),
                    line.signatory().revision());
        }
    }

    /**
     * Somebody who has not signed.
     *
     * @param name null where nobody was named
     */
    @Schema(name = "SigningRecordAbsence")
    record Unsigned(@Nullable String name, String party, String state) {

        static Unsigned of(Minutes.Line line) {
            return new Unsigned(
                    line.signatory().isNamed() ? line.signatory().fullName() : null,
                    line.party().name(),
                    line.signatory().state().name());
        }
    }

    /**
     * What did not go its plain way.
     *
     * @param event the word of the audit trail
     * @param concerns the person, where it is one who signs
     */
    @Schema(name = "SigningRecordIncident")
    record Incident(Instant at, String event, @Nullable String concerns) {

        static Incident of(AuditEntry entry, @Nullable String concerns) {
            return new Incident(entry.at(), entry.event().type().name(), concerns);
        }
    }
}
