package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.alternat.declaration.DelegationRule;
import org.alternat.declaration.Delegations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who decides about delegations, and each decision. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID)
class DelegationsController {

    private static final String DELEGATION = "/signatories/" + DeclarationPaths.SIGNATORY + "/delegation";

    private final Delegations delegations;
    private final BoardPage board;

    DelegationsController(Delegations delegations, BoardPage board) {
        this.delegations = delegations;
        this.board = board;
    }

    @PostMapping("/delegation")
    String choose(
            @PathVariable UUID id,
            @RequestParam DelegationRule delegation,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        return board.moved(
                delegations.choose(declaration, delegation, by), Done.CHANGED, declaration, by, model, response);
    }

    /** The number says which wish was read: a later one of the same person is another delegate. */
    @PostMapping(DELEGATION)
    String confirm(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @RequestParam int number,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        return board.moved(
                delegations.confirm(declaration, new SignatoryId(signatory), number, by),
                Done.DELEGATED,
                declaration,
                by,
                model,
                response);
    }

    @PostMapping(DELEGATION + "-refusal")
    String decline(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @RequestParam int number,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        return board.moved(
                delegations.decline(declaration, new SignatoryId(signatory), number, by),
                Done.DELEGATION_DECLINED,
                declaration,
                by,
                model,
                response);
    }
}
