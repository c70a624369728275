package org.alternat.closing.web;

import java.util.Locale;
import java.util.UUID;
import org.alternat.closing.ClosingReport;
import org.alternat.closing.ClosingReports;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.LanguageWording;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The closing report as a page that prints well, for the organisers and for the archive. */
@Controller
class ClosingReportController {

    private final ClosingReports reports;
    private final Declarations declarations;
    private final DeclarationTimes times;
    private final LanguageWording wording;

    ClosingReportController(
            ClosingReports reports, Declarations declarations, DeclarationTimes times, LanguageWording wording) {
        this.reports = reports;
        this.declarations = declarations;
        this.times = times;
        this.wording = wording;
    }

    @GetMapping("/declarations/" + ClosingPaths.ID + "/closing-report")
    String ofOrganiser(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Locale locale, Model model) {
        DeclarationId declaration = new DeclarationId(id);
        if (!declarations.isOrganiser(declaration, by.staffId())) {
            throw notFound();
        }
        return page(declaration, "declarations", locale, model);
    }

    /** What the API answers to a program, for an organiser who takes it along. */
    @GetMapping(
            path = "/declarations/" + ClosingPaths.ID + "/closing-report.json",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClosingReport> json(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by) {
        DeclarationId declaration = new DeclarationId(id);
        if (!declarations.isOrganiser(declaration, by.staffId())) {
            throw notFound();
        }
        ClosingReport report = reports.of(declaration).orElseThrow(ClosingReportController::notFound);
        String name = report.reference() + "-closing-report.json";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(report);
    }

    @GetMapping("/archive/" + ClosingPaths.ID + "/closing-report")
    String ofArchive(@PathVariable UUID id, Locale locale, Model model) {
        return page(new DeclarationId(id), "archive", locale, model);
    }

    private String page(DeclarationId id, String area, Locale locale, Model model) {
        ClosingReport report = reports.of(id).orElseThrow(ClosingReportController::notFound);
        Declaration declaration = declarations.get(id);
        model.addAttribute("report", report);
        model.addAttribute("declaration", declaration);
        model.addAttribute("times", new ReportTimes(declaration, times, locale));
        model.addAttribute("zone", times.zone(declaration, locale));
        model.addAttribute("rule", report.completionRule().inWords().get(language(locale)));
        model.addAttribute(
                "standing", wording.sentences(declaration.versions(), locale).orElse(""));
        model.addAttribute("area", area);
        return "closing/report";
    }

    private static String language(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nl", "en" -> locale.getLanguage();
            default -> "fr";
        };
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
