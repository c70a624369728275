package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.alternat.declaration.Correction;
import org.alternat.declaration.Corrections;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.MoveOutcome;
import org.alternat.document.DocumentIntake;
import org.alternat.document.IntakeResult;
import org.alternat.shared.DeclarationId;
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
import org.springframework.web.multipart.MultipartFile;

/** An organiser brings a corrected text while the old one circulates. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID + "/correction")
class CorrectionController {

    private final Declarations declarations;
    private final Corrections corrections;
    private final DocumentIntake intake;
    private final Boards boards;
    private final BoardPage board;

    CorrectionController(
            Declarations declarations, Corrections corrections, DocumentIntake intake, Boards boards, BoardPage board) {
        this.declarations = declarations;
        this.corrections = corrections;
        this.intake = intake;
        this.boards = boards;
        this.board = board;
    }

    @GetMapping
    String form(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        model.addAttribute("board", boards.of(declaration));
        return "declaration/correction";
    }

    @PostMapping
    String correct(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable MultipartFile document,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response)
            throws IOException {
        DeclarationId declaration =
                declarations.ofOrganiser(new DeclarationId(id), by).id();
        model.addAttribute("reason", reason);
        if (document == null || document.isEmpty()) {
            return again("fileMistake", "declaration.input.documentMissing", id, by, model, response);
        }
        IntakeResult examined = intake.examine(document.getBytes());
        if (examined instanceof IntakeResult.Refused refused) {
            return again("fileMistake", "declaration.refusal." + refused.reason(), id, by, model, response);
        }
        Correction correction = corrections.correct(declaration, (IntakeResult.Accepted) examined, reason, by);
        return moved(correction, id, by, model, response);
    }

    private String moved(Correction correction, UUID id, StaffIdentity by, Model model, HttpServletResponse response) {
        MoveOutcome outcome = correction.outcome();
        return switch (outcome) {
            case SAME_TEXT -> again("fileMistake", "declaration.outcome.SAME_TEXT", id, by, model, response);
            case WITHOUT_REASON, REASON_TOO_LONG ->
                again("reasonMistake", "declaration.outcome." + outcome, id, by, model, response);
            default ->
                board.moved(
                        outcome,
                        Done.CORRECTED,
                        Objects.requireNonNullElse(correction.successor(), new DeclarationId(id)),
                        by,
                        model,
                        response);
        };
    }

    private String again(
            String field, String key, UUID id, StaffIdentity by, Model model, HttpServletResponse response) {
        model.addAttribute(field, key);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(id, by, model);
    }
}
