package org.alternat.declaration.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Organiser;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.document.Revision;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What an organiser takes away: the document as it was after each revision, and the audit trail. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID)
class DeclarationFilesController {

    static final MediaType JSON_LINES = MediaType.parseMediaType("application/jsonl");

    private final Declarations declarations;
    private final Signatories signatories;
    private final Revisions revisions;
    private final AuditTrail audit;
    private final DeclarationTimes times;

    DeclarationFilesController(
            Declarations declarations,
            Signatories signatories,
            Revisions revisions,
            AuditTrail audit,
            DeclarationTimes times) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.revisions = revisions;
        this.audit = audit;
        this.times = times;
    }

    @GetMapping("/document")
    ResponseEntity<byte[]> document(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(defaultValue = "false") boolean inline,
            @AuthenticationPrincipal StaffIdentity by) {
        return pdf(declarations.ofOrganiser(new DeclarationId(id), by), revision, inline, revisions);
    }

    @GetMapping("/audit")
    String trail(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Locale locale, Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        model.addAttribute("declaration", declaration);
        model.addAttribute("moments", new Moments(declaration, times, locale));
        model.addAttribute("entries", audit.entries(declaration.id()));
        model.addAttribute("verification", audit.verify(declaration.id()));
        model.addAttribute("names", names(declaration.id()));
        return "declaration/audit";
    }

    @GetMapping("/audit.jsonl")
    ResponseEntity<byte[]> lines(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        return file(
                audit.jsonLines(declaration.id()).getBytes(StandardCharsets.UTF_8),
                JSON_LINES,
                declaration.reference() + "-audit.jsonl",
                false);
    }

    static ResponseEntity<byte[]> pdf(
            Declaration declaration, @Nullable Integer number, boolean inline, Revisions revisions) {
        List<Revision> all = revisions.list(declaration.id());
        Revision wanted = all.stream()
                .filter(revision ->
                        number == null ? revision.equals(all.get(all.size() - 1)) : revision.number() == number)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        PdfBytes bytes = revisions.read(declaration.id(), wanted.number());
        String name = declaration.reference() + "-revision-" + wanted.number() + ".pdf";
        return file(bytes.toByteArray(), MediaType.APPLICATION_PDF, name, inline);
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name, boolean inline) {
        ContentDisposition.Builder disposition = inline ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name).build().toString())
                .body(content);
    }

    /** The trail knows ids only; this page may tell an organiser whose they are. */
    private Map<String, String> names(DeclarationId id) {
        Map<String, String> names = signatories.of(id).stream()
                .collect(Collectors.toMap(signatory -> "signatory:" + signatory.id(), Signatory::fullName));
        for (Organiser organiser : declarations.organisers(id)) {
            names.put("organiser:" + organiser.id(), organiser.name());
        }
        return names;
    }
}
