package org.alternat.archive.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.alternat.archive.ArchivalPackage;
import org.alternat.archive.Archive;
import org.alternat.archive.ArchivePage;
import org.alternat.archive.ArchiveQuery;
import org.alternat.archive.ArchiveSearch;
import org.alternat.archive.ArchivedDeclaration;
import org.alternat.archive.Facets;
import org.alternat.archive.Narrowing;
import org.alternat.archive.PackageDesk;
import org.alternat.declaration.Declarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The archive, for machines. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Archive", description = "Find sealed declarations and take their packages away")
class ArchiveApi {

    private final ArchiveSearch search;
    private final Archive archive;
    private final PackageDesk desk;
    private final Declarations declarations;
    private final MessageSource messages;

    ArchiveApi(
            ArchiveSearch search,
            Archive archive,
            PackageDesk desk,
            Declarations declarations,
            MessageSource messages) {
        this.search = search;
        this.archive = archive;
        this.desk = desk;
        this.declarations = declarations;
        this.messages = messages;
    }

    @GetMapping(path = "/archive", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Search the archived declarations, the last closed first",
            description = "Accents and case do not matter; every word must be found. The facets tell how the answer is"
                    + " spread over years, sides and completeness, each as if it were not narrowed itself. For"
                    + " archivists and auditors.")
    @ApiResponse(responseCode = "200", description = "One page of 20")
    @ApiResponse(
            responseCode = "400",
            description = "A date, the year, the state or the page cannot be read",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    Found find(
            @Parameter(description = "In title, reference, party or person") @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String title,
            @Parameter(description = "In the name of one party") @RequestParam(defaultValue = "") String party,
            @Parameter(description = "In the name of one signatory") @RequestParam(defaultValue = "") String person,
            @Parameter(
                            description = "First day of closing, in the declaration's own zone",
                            schema = @Schema(type = "string", format = "date"))
                    @RequestParam(defaultValue = "")
                    String from,
            @Parameter(
                            description = "Last day of closing, included",
                            schema = @Schema(type = "string", format = "date"))
                    @RequestParam(defaultValue = "")
                    String to,
            @Parameter(description = "Narrowed to a year of closing", schema = @Schema(type = "integer"))
                    @RequestParam(defaultValue = "")
                    String year,
            @Parameter(description = "Narrowed to a side, as the declaration names it") @RequestParam(defaultValue = "")
                    String side,
            @Parameter(
                            description = "Narrowed to those that everybody signed, or fewer",
                            schema = @Schema(allowableValues = {"complete", "partial"}))
                    @RequestParam(defaultValue = "")
                    String state,
            @Parameter(description = "Counts from 1", schema = @Schema(type = "integer", minimum = "1"))
                    @RequestParam(defaultValue = "1")
                    String page,
            Locale locale) {
        LocalDate first = date(from, locale);
        LocalDate last = date(to, locale);
        if (first != null && last != null && last.isBefore(first)) {
            throw invalid("archive.api.date", locale);
        }
        if (!page.matches("[1-9][0-9]{0,7}")) {
            throw invalid("archive.api.page", locale);
        }
        Narrowing narrowing = narrowing(year.strip(), side.strip(), state.strip(), locale);
        ArchiveQuery query = new ArchiveQuery(q, title, party, person, first, last, narrowing);
        return Found.of(search.find(query, Integer.parseInt(page)), search.facets(query));
    }

    private Narrowing narrowing(String year, String side, String state, Locale locale) {
        if (!year.matches("([12][0-9]{3})?")) {
            throw invalid("archive.api.year", locale);
        }
        Optional<Narrowing.Completeness> completeness = Narrowing.Completeness.of(state);
        if (completeness.isEmpty() && !state.isEmpty()) {
            throw invalid("archive.api.state", locale);
        }
        return new Narrowing(year.isEmpty() ? null : Integer.valueOf(year), side, completeness.orElse(null));
    }

    /** A read that writes one line of journal is still safe in the sense of RFC 9110, section 9.2.1; nobody prefetches with a bearer token. */
    @GetMapping(
            path = "/declarations/" + ArchivePaths.ID + "/package",
            produces = {"application/zip", MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Take the archival package",
            description = "A BagIt bag in a zip, for an organiser of the declaration and for archivists. Who takes it"
                    + " is written into the audit trail.")
    @ApiResponse(
            responseCode = "200",
            description = "The package",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "404",
            description = "Not archived, or organised by somebody else",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<byte[]> take(
            @PathVariable UUID id,
            @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by,
            HttpServletRequest request) {
        DeclarationId declaration = new DeclarationId(id);
        ArchivedDeclaration kept = archive.find(declaration)
                .filter(any -> request.isUserInRole("ARCHIVIST") || declarations.isOrganiser(declaration, by.staffId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return ResponseEntity.ok()
                    .contentType(RecordController.ZIP)
                    .contentLength(kept.packageLength())
                    .build();
        }
        ArchivalPackage taken = desk.retrieve(declaration, Actor.of(by, request));
        return RecordController.attachment(taken.zip(), RecordController.ZIP, taken.fileName());
    }

    private @Nullable LocalDate date(String text, Locale locale) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw invalid("archive.api.date", locale);
        }
    }

    private ErrorResponseException invalid(String key, Locale locale) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, messages.getMessage(key, null, locale));
        problem.setTitle(messages.getMessage("archive.api.invalid", null, locale));
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }

    @Schema(name = "ArchivePage")
    record Found(
            List<Item> items,
            @Schema(description = "Counts from 1") int page,
            long pages,
            long total,
            Counts facets) {

        static Found of(ArchivePage page, Facets facets) {
            return new Found(
                    page.items().stream().map(Item::of).toList(),
                    page.number(),
                    page.pages(),
                    page.total(),
                    new Counts(facets.years(), facets.sides(), facets.completeness()));
        }
    }

    @Schema(name = "ArchiveFacets", description = "By the parameter that narrows the answer to a value")
    record Counts(List<Facets.Count> year, List<Facets.Count> side, List<Facets.Count> state) {}

    @Schema(name = "ArchivedDeclaration")
    record Item(
            UUID id,
            @Schema(example = "ALT-2026-0001") String reference,
            String title,
            @Schema(example = "Europe/Paris") String zone,
            Instant closedAt,
            Instant archivedAt,
            int parties,
            int signatures,
            String documentSha256,
            long packageLength,
            String packageSha256) {

        static Item of(ArchivedDeclaration item) {
            return new Item(
                    item.id().value(),
                    item.reference(),
                    item.title(),
                    item.zone().getId(),
                    item.closedAt(),
                    item.archivedAt(),
                    item.parties(),
                    item.signatures(),
                    item.documentSha256().hex(),
                    item.packageLength(),
                    item.packageSha256().hex());
        }
    }
}
