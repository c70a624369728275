package org.alternat.invitation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatory;
import org.alternat.invitation.SampleLetters;
import org.alternat.mail.LetterNotSentException;
import org.alternat.mail.WrittenLetter;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** An organiser reads the letters of a declaration before they leave, and has one sent to their own address. */
@Controller
class LettersController {

    /**
     * A letter carries its own styles, as mail programs want it, and nothing that runs or is fetched; it may stand in our page
     * (frame-ancestors makes browsers pass over X-Frame-Options: CSP level 3, section 6.4.2).
     */
    private static final String LETTER_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private final Declarations declarations;
    private final SampleLetters letters;

    LettersController(Declarations declarations, SampleLetters letters) {
        this.declarations = declarations;
        this.letters = letters;
    }

    @GetMapping(InvitationPaths.LETTERS)
    String page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID reader,
            @RequestParam(defaultValue = "") String done,
            @AuthenticationPrincipal StaffIdentity by,
            Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        List<Signatory> readers = letters.readers(declaration);
        model.addAttribute("declaration", declaration);
        model.addAttribute("readers", readers);
        model.addAttribute("own", by.email().value());
        model.addAttribute("sent", done.equals("sent"));
        if (!readers.isEmpty()) {
            Signatory chosen = reader == null ? readers.get(0) : known(readers, reader);
            List<Shown> shown = new ArrayList<>();
            for (String kind : SampleLetters.KINDS) {
                shown.add(new Shown(kind, letters.write(declaration, chosen, kind)));
            }
            model.addAttribute("chosen", chosen);
            model.addAttribute("letters", shown);
        }
        return "invitation/letters";
    }

    /** One letter as a mail program shows it. */
    @GetMapping(InvitationPaths.LETTERS + "/{reader:[0-9a-f-]{36}}/{kind:[a-z-]{1,40}}")
    ResponseEntity<byte[]> letter(
            @PathVariable UUID id,
            @PathVariable UUID reader,
            @PathVariable String kind,
            @AuthenticationPrincipal StaffIdentity by) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Signatory chosen = known(letters.readers(declaration), reader);
        if (!SampleLetters.KINDS.contains(kind)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", LETTER_POLICY)
                .body(letters.write(declaration, chosen, kind).page().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(InvitationPaths.LETTERS)
    String test(
            @PathVariable UUID id,
            @RequestParam UUID reader,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Signatory chosen = known(letters.readers(declaration), reader);
        try {
            if (letters.test(declaration, chosen, by)) {
                return "redirect:/declarations/" + id + "/letters?done=sent&reader=" + reader;
            }
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("trouble", "invitation.test.tooMany");
        } catch (LetterNotSentException e) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("trouble", "invitation.test.notSent");
        }
        return page(id, reader, "", by, model);
    }

    /** Where the link of a test letter leads: nothing is signed there, and nothing is known of whom it was sent to. */
    @GetMapping(SampleLetters.EXPLANATION)
    String explanation() {
        return "invitation/test-letter";
    }

    private static Signatory known(List<Signatory> readers, UUID id) {
        return readers.stream()
                .filter(signatory -> signatory.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A letter on the page. */
    public record Shown(String kind, WrittenLetter letter) {}
}
