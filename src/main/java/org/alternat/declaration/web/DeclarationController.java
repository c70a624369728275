package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.MoveOutcome;
import org.alternat.document.Revision;
import org.alternat.document.Revisions;
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

    private static final String DRAFT = "declaration/draft";

    private final Declarations declarations;
    private final Boards boards;
    private final Revisions revisions;

    DeclarationController(Declarations declarations, Boards boards, Revisions revisions) {
        this.declarations = declarations;
        this.boards = boards;
        this.revisions = revisions;
    }

    @GetMapping
    String page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String done,
            @AuthenticationPrincipal StaffIdentity by,
            Locale locale,
            Model model) {
        Done.named(done).ifPresent(what -> model.addAttribute("done", "declaration.done." + what));
        return show(new DeclarationId(id), by, locale, model);
    }

    /** The moving part of the board, for the script that keeps it up to date. */
    @GetMapping("/board")
    String board(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Locale locale, Model model) {
        if (show(new DeclarationId(id), by, locale, model).equals(DRAFT)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "declaration/board :: moving";
    }

    @PostMapping("/release")
    String release(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean seen,
            @AuthenticationPrincipal StaffIdentity by,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        if (!seen) {
            return refused("declaration.release.tickMissing", declaration, by, locale, model, response);
        }
        return moved(declarations.release(declaration, by), Done.RELEASED, declaration, by, locale, model, response);
    }

    @PostMapping("/reminders")
    String remind(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID signatory,
            @AuthenticationPrincipal StaffIdentity by,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        SignatoryId only = signatory == null ? null : new SignatoryId(signatory);
        return moved(
                declarations.remind(declaration, only, by), Done.REMINDED, declaration, by, locale, model, response);
    }

    @GetMapping("/withdraw")
    String confirmWithdrawal(
            @PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Locale locale, Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        model.addAttribute("board", boards.of(declaration));
        return "declaration/withdraw";
    }

    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffIdentity by,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        MoveOutcome outcome = declarations.withdraw(declaration, reason, by);
        if (outcome == MoveOutcome.WITHOUT_REASON || outcome == MoveOutcome.REASON_TOO_LONG) {
            model.addAttribute("mistake", "declaration.outcome." + outcome);
            model.addAttribute("reason", reason);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return confirmWithdrawal(id, by, locale, model);
        }
        return moved(outcome, Done.WITHDRAWN, declaration, by, locale, model, response);
    }

    private String moved(
            MoveOutcome outcome,
            Done done,
            DeclarationId id,
            StaffIdentity by,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return outcome == MoveOutcome.DONE
                ? "redirect:/declarations/" + id + done.parameter()
                : refused("declaration.outcome." + outcome, id, by, locale, model, response);
    }

    private String refused(
            String messageKey,
            DeclarationId id,
            StaffIdentity by,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("refused", messageKey);
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(id, by, locale, model);
    }

    private String show(DeclarationId id, StaffIdentity by, Locale locale, Model model) {
        Declaration declaration = declarations.ofOrganiser(id, by);
        Optional<Revision> head = revisions.head(id);
        model.addAttribute("board", boards.of(declaration));
        model.addAttribute("declaration", declaration);
        model.addAttribute("moments", new Moments(declaration.zone(), locale));
        model.addAttribute("head", head.orElse(null));
        model.addAttribute("texts", declarations.texts(id));
        model.addAttribute("organisers", declarations.organisers(id));
        if (declaration.state() == DeclarationState.DRAFT) {
            return DRAFT;
        }
        model.addAttribute("revisions", revisions.list(id));
        model.addAttribute("notices", boards.notices(id, locale));
        model.addAttribute("withdrawalReason", declarations.withdrawalReason(id).orElse(""));
        return "declaration/board";
    }
}
