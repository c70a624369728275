package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.MoveOutcome;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One declaration: everything once more before the release, the board after it, and the moves. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID)
class DeclarationController {

    private final Declarations declarations;
    private final Boards boards;
    private final BoardPage board;

    DeclarationController(Declarations declarations, Boards boards, BoardPage board) {
        this.declarations = declarations;
        this.boards = boards;
        this.board = board;
    }

    @GetMapping
    String page(
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal StaffIdentity by,
            Model model) {
        Done.named(parameters.get("done")).ifPresent(what -> model.addAttribute("done", "declaration.done." + what));
        return board.show(new DeclarationId(id), by, BoardFilter.of(parameters), model);
    }

    /** The moving part of the board, for the script that keeps it up to date. */
    @GetMapping("/board")
    String board(
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal StaffIdentity by,
            Model model) {
        if (board.show(new DeclarationId(id), by, BoardFilter.of(parameters), model)
                .equals(BoardPage.DRAFT)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "declaration/board :: moving";
    }

    @PostMapping("/release")
    String release(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean seen,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        if (!seen) {
            return board.refused("declaration.release.tickMissing", declaration, by, model, response);
        }
        return board.moved(declarations.release(declaration, by), Done.RELEASED, declaration, by, model, response);
    }

    @PostMapping("/reminders")
    String remind(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID signatory,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        SignatoryId only = signatory == null ? null : new SignatoryId(signatory);
        return board.moved(declarations.remind(declaration, only, by), Done.REMINDED, declaration, by, model, response);
    }

    @GetMapping("/withdraw")
    String confirmWithdrawal(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        model.addAttribute("board", boards.of(declaration));
        return "declaration/withdraw";
    }

    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        MoveOutcome outcome = declarations.withdraw(declaration, reason, by);
        if (outcome == MoveOutcome.WITHOUT_REASON || outcome == MoveOutcome.REASON_TOO_LONG) {
            model.addAttribute("mistake", "declaration.outcome." + outcome);
            model.addAttribute("reason", reason);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return confirmWithdrawal(id, by, model);
        }
        return board.moved(outcome, Done.WITHDRAWN, declaration, by, model, response);
    }
}
