package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.alternat.declaration.AfterRefusal;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.EarlyClosing;
import org.alternat.declaration.Pauses;
import org.alternat.declaration.RefusalPolicy;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pause, resume, close early, and what a refusal shall lead to. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID)
class CirculationMovesController {

    private final Declarations declarations;
    private final Pauses pauses;
    private final EarlyClosing closing;
    private final RefusalPolicy policy;
    private final Boards boards;
    private final BoardPage board;

    CirculationMovesController(
            Declarations declarations,
            Pauses pauses,
            EarlyClosing closing,
            RefusalPolicy policy,
            Boards boards,
            BoardPage board) {
        this.declarations = declarations;
        this.pauses = pauses;
        this.closing = closing;
        this.policy = policy;
        this.boards = boards;
        this.board = board;
    }

    @PostMapping("/pause")
    String pause(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        return board.moved(pauses.pause(declaration, by), Done.PAUSED, declaration, by, model, response);
    }

    @PostMapping("/resumption")
    String resume(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        return board.moved(pauses.resume(declaration, by), Done.RESUMED, declaration, by, model, response);
    }

    @GetMapping("/closing")
    String confirmClosing(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        model.addAttribute("board", boards.of(declaration));
        return "declaration/closing";
    }

    @PostMapping("/closing")
    String close(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        return board.moved(closing.close(declaration, by), Done.CLOSED, declaration, by, model, response);
    }

    @PostMapping("/after-refusal")
    String afterRefusal(
            @PathVariable UUID id,
            @RequestParam AfterRefusal afterRefusal,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        return board.moved(
                policy.choose(declaration, afterRefusal, by), Done.CHANGED, declaration, by, model, response);
    }
}
