package org.alternat.closing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Standing;
import org.alternat.declaration.StatusTable;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Who was bound by a declaration on any day, as a page, for the organisers and for the archive. */
@Controller
class StatusTableController {

    private final StatusTable table;
    private final Declarations declarations;
    private final DeclarationTimes times;
    private final Clock clock;

    StatusTableController(StatusTable table, Declarations declarations, DeclarationTimes times, Clock clock) {
        this.table = table;
        this.declarations = declarations;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/declarations/" + ClosingPaths.ID + "/status-table")
    String ofOrganiser(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String date,
            @AuthenticationPrincipal StaffIdentity by,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        if (!declarations.isOrganiser(declaration, by.staffId())) {
            throw notFound();
        }
        return page(declaration, date, "declarations", locale, model, response);
    }

    @GetMapping("/archive/" + ClosingPaths.ID + "/status-table")
    String ofArchive(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String date,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return page(new DeclarationId(id), date, "archive", locale, model, response);
    }

    private String page(
            DeclarationId id, String date, String area, Locale locale, Model model, HttpServletResponse response) {
        Declaration declaration = declarations
                .find(id)
                .filter(known -> known.closedAt() != null && known.releasedAt() != null)
                .orElseThrow(StatusTableController::notFound);
        LocalDate day = clock.instant().atZone(declaration.zone()).toLocalDate();
        try {
            day = date.isEmpty() ? day : LocalDate.parse(date);
        } catch (DateTimeException e) {
            model.addAttribute("mistake", "closing.status.date.mistake");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("declaration", declaration);
        model.addAttribute("table", new Shown(table.of(id), declaration, day, times, locale));
        model.addAttribute("zone", times.zone(declaration, locale));
        model.addAttribute("area", area);
        return "closing/status";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** The table on one day, in words. */
    record Shown(
            List<Standing> standings, Declaration declaration, LocalDate day, DeclarationTimes times, Locale locale) {

        public boolean bound(Standing standing) {
            return standing.isBoundOn(day, declaration.zone());
        }

        public long count() {
            return standings.stream().filter(this::bound).count();
        }

        public List<Standing.Note> notes(Standing standing) {
            return standing.notesOn(day, declaration.zone());
        }

        public String dayInWords() {
            return times.day(
                    declaration, day.atTime(12, 0).atZone(declaration.zone()).toInstant(), locale);
        }

        public String since(Standing standing) {
            return times.day(declaration, standing.since(), locale);
        }

        /** Empty while the party is bound. */
        public String until(Standing standing) {
            return standing.until() == null ? "" : times.day(declaration, standing.until(), locale);
        }
    }
}
