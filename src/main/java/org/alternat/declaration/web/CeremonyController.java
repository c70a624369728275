package org.alternat.declaration.web;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The screen behind the table at the public event: an organiser opens it, the projector shows it. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID + "/ceremony")
class CeremonyController {

    private final Declarations declarations;
    private final Boards boards;
    private final BoardParts parts;
    private final DeclarationTimes times;
    private final Clock clock;

    CeremonyController(
            Declarations declarations, Boards boards, BoardParts parts, DeclarationTimes times, Clock clock) {
        this.declarations = declarations;
        this.boards = boards;
        this.parts = parts;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping
    String screen(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Model model) {
        DeclarationId declarationId = new DeclarationId(id);
        long version = parts.version(declarationId);
        Declaration declaration = circulated(declarationId, by);
        model.addAttribute("declaration", declaration);
        model.addAttribute(
                "stage", Stage.of(boards.of(declaration), times.cities(declaration), clock.instant(), version));
        return "declaration/ceremony";
    }

    /** The blocks alone, for the script that keeps them up to date. */
    @GetMapping("/blocks")
    String blocks(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Model model) {
        return screen(id, by, model) + " :: moving";
    }

    /** What somebody signs by hand and files after the event, or sends to those who were not there. */
    @GetMapping("/minutes")
    String minutes(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Locale locale, Model model) {
        Declaration declaration = circulated(new DeclarationId(id), by);
        model.addAttribute("declaration", declaration);
        model.addAttribute("moments", new Moments(declaration, times, locale));
        model.addAttribute("minutes", parts.minutes(boards.of(declaration)));
        return "declaration/minutes";
    }

    private Declaration circulated(DeclarationId id, StaffIdentity by) {
        Declaration declaration = declarations.ofOrganiser(id, by);
        if (declaration.state() == DeclarationState.DRAFT) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return declaration;
    }
}
