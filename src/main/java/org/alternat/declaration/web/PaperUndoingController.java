package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.PaperSignature;
import org.alternat.declaration.PaperSignatures;
import org.alternat.declaration.PaperUndoing;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.UnknownDeclarationException;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organiser takes back a signature on paper that was recorded by mistake. */
@Controller
@RequestMapping(
        "/declarations/" + DeclarationPaths.ID + "/signatories/" + DeclarationPaths.SIGNATORY + "/paper-undoing")
class PaperUndoingController {

    private final Declarations declarations;
    private final Signatories signatories;
    private final PaperSignatures papers;
    private final PaperUndoing undoing;
    private final BoardPage board;

    PaperUndoingController(
            Declarations declarations,
            Signatories signatories,
            PaperSignatures papers,
            PaperUndoing undoing,
            BoardPage board) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.papers = papers;
        this.undoing = undoing;
        this.board = board;
    }

    /** There is nothing to undo, and no such page, where no signature on paper is recorded. */
    @GetMapping
    String form(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @AuthenticationPrincipal StaffIdentity by,
            Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Signatory known = signatories.get(declaration.id(), new SignatoryId(signatory));
        PaperSignature paper = papers.find(known).orElseThrow(() -> new UnknownDeclarationException(known.id()));
        model.addAttribute("declaration", declaration);
        model.addAttribute("person", known);
        model.addAttribute("party", signatories.party(known.partyId()));
        model.addAttribute("paper", paper);
        return "declaration/paper-undoing";
    }

    @PostMapping
    String undo(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration =
                declarations.ofOrganiser(new DeclarationId(id), by).id();
        MoveOutcome outcome = undoing.undo(declaration, new SignatoryId(signatory), reason, by);
        if (outcome != MoveOutcome.WITHOUT_REASON && outcome != MoveOutcome.REASON_TOO_LONG) {
            return board.moved(outcome, Done.PAPER_UNDONE, declaration, by, model, response);
        }
        model.addAttribute("mistake", "declaration.outcome." + outcome);
        model.addAttribute("reason", reason);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(id, signatory, by, model);
    }
}
