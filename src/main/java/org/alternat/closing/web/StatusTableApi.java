package org.alternat.closing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Standing;
import org.alternat.declaration.StatusTable;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Who was bound by a declaration on any day, for machines. */
@RestController
@Tag(name = "Status table", description = "Who is bound by a declaration, since when and until when")
class StatusTableApi {

    private final StatusTable table;
    private final Declarations declarations;
    private final MessageSource messages;
    private final Clock clock;

    StatusTableApi(StatusTable table, Declarations declarations, MessageSource messages, Clock clock) {
        this.table = table;
        this.declarations = declarations;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(
            path = "/api/v1/declarations/" + ClosingPaths.ID + "/status-table",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Tell who was bound when a day ended in the declaration's zone",
            description = "Computed from the declaration and its sealed instruments; empty before it takes effect.")
    @ApiResponse(responseCode = "422", description = "The date cannot be read")
    Answer of(
            @PathVariable UUID id,
            @Parameter(description = "Today when missing", schema = @Schema(type = "string", format = "date"))
                    @RequestParam(defaultValue = "")
                    String date,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by,
            @Parameter(hidden = true) Locale locale) {
        DeclarationId declarationId = new DeclarationId(id);
        if (!declarations.isOrganiser(declarationId, by.staffId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Declaration declaration = declarations.get(declarationId);
        LocalDate day = day(date, declaration.zone(), locale);
        return new Answer(
                declaration.reference(),
                day,
                declaration.zone().getId(),
                table.of(declarationId).stream()
                        .map(standing -> Row.of(standing, day, declaration.zone()))
                        .toList());
    }

    private LocalDate day(String date, ZoneId zone, Locale locale) {
        try {
            return date.isEmpty() ? clock.instant().atZone(zone).toLocalDate() : LocalDate.parse(date);
        } catch (DateTimeException e) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.UNPROCESSABLE_CONTENT, messages.getMessage("closing.status.date.mistake", null, locale));
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, e);
        }
    }

    @Schema(name = "StatusTable")
    record Answer(String reference, LocalDate date, String zone, List<Row> parties) {}

    @Schema(name = "StatusTableRow")
    record Row(
            String party,
            String side,
            boolean bound,
            Instant since,

            @Schema(description = "The instrument by which it joined; null when it signed the declaration itself")
            @Nullable
            String accession,

            @Nullable Instant until,
            @Nullable String withdrawal,
            List<NoteRow> notes) {

        static Row of(Standing standing, LocalDate day, ZoneId zone) {
            return new Row(
                    standing.party(),
                    standing.side(),
                    standing.isBoundOn(day, zone),
                    standing.since(),
                    reference(standing.accession()),
                    standing.until(),
                    reference(standing.withdrawal()),
                    standing.notesOn(day, zone).stream()
                            .map(note -> new NoteRow(
                                    note.kind().word(), note.instrument().reference(), note.at()))
                            .toList());
        }

        private static @Nullable String reference(@Nullable Declaration instrument) {
            return instrument == null ? null : instrument.reference();
        }
    }

    @Schema(name = "StatusTableNote")
    record NoteRow(@Schema(example = "reservation") String kind, String reference, Instant at) {}
}
