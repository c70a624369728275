package org.alternat.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alternat.archive.ArchivalPackage;
import org.alternat.archive.Archive;
import org.alternat.archive.ArchivedDeclaration;
import org.alternat.archive.FixityChecks;
import org.alternat.archive.PackageDesk;
import org.alternat.audit.AuditEntry;
import org.alternat.declaration.Instruments;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
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
 * One archived declaration. To read the record changes nothing; who reads the document, takes the package away or has
 * everything checked stands in the audit trail.
 */
@Controller
@RequestMapping("/archive/" + ArchivePaths.ID)
class RecordController {

    static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Archive archive;
    private final RecordPage page;
    private final PackageDesk desk;
    private final FixityChecks checks;
    private final RecordWords words;
    private final People people;
    private final Instruments instruments;

    RecordController(
            Archive archive,
            RecordPage page,
            PackageDesk desk,
            FixityChecks checks,
            RecordWords words,
            People people,
            Instruments instruments) {
        this.archive = archive;
        this.page = page;
        this.desk = desk;
        this.checks = checks;
        this.words = words;
        this.people = people;
        this.instruments = instruments;
    }

    @GetMapping
    String record(@PathVariable UUID id, Locale locale, HttpServletRequest request, Model model) {
        RecordPage.View view = page.of(new DeclarationId(id)).orElseThrow(RecordController::notFound);
        model.addAttribute("view", view);
        model.addAttribute("declaration", view.declaration());
        words.show(view, locale, model);
        model.addAttribute("chain", rows(view.chain()));
        model.addAttribute("access", rows(view.access()));
        model.addAttribute("instrument", instruments.find(view.kept().id()).orElse(null));
        model.addAttribute("original", instruments.originalOf(view.kept().id()).orElse(null));
        model.addAttribute("attached", instruments.attachedTo(view.kept().id()));
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

    /** The pages themselves, for who asks for them: to read the document is written down, to read the record is not. */
    @GetMapping("/preview")
    String preview(@PathVariable UUID id, Model model) {
        model.addAttribute("kept", kept(id));
        return "archive/preview";
    }

    /** A read that writes one line of journal is still safe in the sense of RFC 9110, section 9.2.1; a HEAD takes nothing. */
    @GetMapping("/declaration.pdf")
    ResponseEntity<byte[]> document(
            @PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, HttpServletRequest request) {
        ArchivedDeclaration kept = kept(id);
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).build();
        }
        byte[] document = desk.document(kept.id(), Actor.of(by, request)).toByteArray();
        return attachment(document, MediaType.APPLICATION_PDF, kept.reference() + ".pdf");
    }

    static ResponseEntity<byte[]> attachment(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private List<CustodyRow> rows(List<AuditEntry> entries) {
        return entries.stream().map(entry -> CustodyRow.of(entry, people::name)).toList();
    }

    private ArchivedDeclaration kept(UUID id) {
        return archive.find(new DeclarationId(id)).orElseThrow(RecordController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
