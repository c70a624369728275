package org.alternat.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.alternat.archive.ArchivalPackage;
import org.alternat.archive.Archive;
import org.alternat.archive.ArchivedDeclaration;
import org.alternat.archive.FixityChecks;
import org.alternat.archive.PackageDesk;
import org.alternat.declaration.DeclarationTimes;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * One archived declaration. Reading changes nothing; what is written into the audit trail, taking the package away and a
 * check, is a button.
 */
@Controller
@RequestMapping("/archive/" + ArchivePaths.ID)
class RecordController {

    static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Archive archive;
    private final RecordPage page;
    private final PackageDesk desk;
    private final FixityChecks checks;
    private final DeclarationTimes words;

    RecordController(Archive archive, RecordPage page, PackageDesk desk, FixityChecks checks, DeclarationTimes words) {
        this.archive = archive;
        this.page = page;
        this.desk = desk;
        this.checks = checks;
        this.words = words;
    }

    @GetMapping
    String record(@PathVariable UUID id, Locale locale, HttpServletRequest request, Model model) {
        RecordPage.View view = page.of(new DeclarationId(id)).orElseThrow(RecordController::notFound);
        model.addAttribute("view", view);
        model.addAttribute("times", new ArchiveTimes(view.kept().zone(), locale));
        model.addAttribute("zone", words.zone(view.declaration(), locale));
        model.addAttribute(
                "closedAt", words.moment(view.declaration(), view.kept().closedAt(), locale));
        model.addAttribute("mayTake", request.isUserInRole("ARCHIVIST"));
        return "archive/record";
    }

    @PostMapping("/fixity")
    String check(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffIdentity by,
            Locale locale,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("fixity", checks.check(kept(id).id(), Actor.of(by, request)));
        return record(id, locale, request, model);
    }

    /** Where the language switch and the address bar lead after a check. */
    @GetMapping("/fixity")
    String afterCheck(@PathVariable UUID id) {
        return "redirect:/archive/" + id;
    }

    @PostMapping("/package")
    ResponseEntity<byte[]> take(
            @PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, HttpServletRequest request) {
        ArchivalPackage taken = desk.retrieve(kept(id).id(), Actor.of(by, request));
        return attachment(taken.zip(), ZIP, taken.fileName());
    }

    @GetMapping("/declaration.pdf")
    ResponseEntity<byte[]> document(@PathVariable UUID id) {
        ArchivedDeclaration kept = kept(id);
        return attachment(desk.document(kept.id()).toByteArray(), MediaType.APPLICATION_PDF, kept.reference() + ".pdf");
    }

    static ResponseEntity<byte[]> attachment(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private ArchivedDeclaration kept(UUID id) {
        return archive.find(new DeclarationId(id)).orElseThrow(RecordController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
