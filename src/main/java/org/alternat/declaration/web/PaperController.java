package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.PaperSignature;
import org.alternat.declaration.PaperSignatures;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.UnknownDeclarationException;
import org.alternat.declaration.input.InputError;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** An organiser records what was signed on paper, and takes the scan away again. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID + "/signatories/" + DeclarationPaths.SIGNATORY)
class PaperController {

    private static final String PAGE = "declaration/paper";

    private final Declarations declarations;
    private final Signatories signatories;
    private final PaperSignatures papers;
    private final PaperDesk desk;
    private final BoardPage board;

    PaperController(
            Declarations declarations,
            Signatories signatories,
            PaperSignatures papers,
            PaperDesk desk,
            BoardPage board) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.papers = papers;
        this.desk = desk;
        this.board = board;
    }

    @GetMapping("/paper")
    String form(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @AuthenticationPrincipal StaffIdentity by,
            Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Signatory known = signatories.get(declaration.id(), new SignatoryId(signatory));
        model.addAttribute("declaration", declaration);
        model.addAttribute("person", known);
        model.addAttribute("party", signatories.party(known.partyId()));
        return PAGE;
    }

    @PostMapping("/paper")
    String record(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            @RequestParam(defaultValue = "") String signedOn,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Signatory known = signatories.get(declaration.id(), new SignatoryId(signatory));
        return desk.record(declaration, known.id(), scan, signedOn, by)
                .fold(outcome -> board.moved(outcome, Done.ON_PAPER, declaration.id(), by, model, response), errors -> {
                    model.addAttribute("signedOn", signedOn);
                    model.addAttribute("scanMistake", mistake(errors, "scan"));
                    model.addAttribute("dayMistake", mistake(errors, "signedOn"));
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    return form(id, signatory, by, model);
                });
    }

    @GetMapping("/paper-scan")
    ResponseEntity<byte[]> scan(
            @PathVariable UUID id, @PathVariable UUID signatory, @AuthenticationPrincipal StaffIdentity by) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Signatory known = signatories.get(declaration.id(), new SignatoryId(signatory));
        PaperSignature paper = papers.find(known).orElseThrow(() -> new UnknownDeclarationException(known.id()));
        return ScanDownload.of(
                paper.type(),
                declaration.reference() + "-paper-" + known.precedence(),
                papers.scan(known.id()).orElseThrow());
    }

    private static @Nullable String mistake(List<InputError> errors, String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(InputError::messageKey)
                .findFirst()
                .orElse(null);
    }
}
