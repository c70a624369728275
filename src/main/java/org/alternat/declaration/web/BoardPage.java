package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.alternat.declaration.Corrections;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Instruments;
import org.alternat.declaration.MoveOutcome;
import org.alternat.document.Revision;
import org.alternat.document.Revisions;
import org.alternat.document.TextTraits;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together the page of one declaration, and leads back to it after a move. */
@Component
class BoardPage {

    static final String DRAFT = "declaration/draft";

    private final Declarations declarations;
    private final Corrections corrections;
    private final Boards boards;
    private final BoardParts parts;
    private final Revisions revisions;
    private final DeclarationTimes times;
    private final Instruments instruments;

    BoardPage(
            Declarations declarations,
            Corrections corrections,
            Boards boards,
            BoardParts parts,
            Revisions revisions,
            DeclarationTimes times,
            Instruments instruments) {
        this.declarations = declarations;
        this.corrections = corrections;
        this.boards = boards;
        this.parts = parts;
        this.revisions = revisions;
        this.times = times;
        this.instruments = instruments;
    }

    /** Back to the page with a word on what was done, or the page at once with the sentence that says why nothing was. */
    String moved(
            MoveOutcome outcome,
            Done done,
            DeclarationId id,
            StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        return outcome == MoveOutcome.DONE
                ? "redirect:/declarations/" + id + done.parameter()
                : refused("declaration.outcome." + outcome, id, by, model, response);
    }

    String refused(String messageKey, DeclarationId id, StaffIdentity by, Model model, HttpServletResponse response) {
        model.addAttribute("refused", messageKey);
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(id, by, model);
    }

    String show(DeclarationId id, StaffIdentity by, Model model) {
        return show(id, by, BoardFilter.ALL, model);
    }

    String show(DeclarationId id, StaffIdentity by, BoardFilter filter, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        long version = parts.version(id);
        Declaration declaration = declarations.ofOrganiser(id, by);
        Optional<Revision> head = revisions.head(id);
        Board board = boards.of(declaration);
        model.addAttribute("board", board);
        model.addAttribute("rule", boards.rule(declaration, locale));
        model.addAttribute("declaration", declaration);
        model.addAttribute("moments", new Moments(declaration, times, locale));
        model.addAttribute("succession", corrections.around(id));
        model.addAttribute("head", head.orElse(null));
        model.addAttribute("instrument", instruments.find(id).orElse(null));
        model.addAttribute("original", instruments.originalOf(id).orElse(null));
        model.addAttribute("attached", instruments.attachedTo(id));
        model.addAttribute("texts", declarations.texts(id));
        model.addAttribute("organisers", declarations.organisers(id));
        model.addAttribute("afterRefusal", parts.afterRefusal(id));
        model.addAttribute("delegation", boards.delegation(id));
        if (declaration.state() == DeclarationState.DRAFT) {
            model.addAttribute("traits", TextTraits.of(revisions.read(id)));
            model.addAttribute("unprintable", boards.unprintable(id));
            model.addAttribute("impossible", boards.impossible(declaration, locale));
            model.addAttribute("cities", times.cities(declaration));
            parts.review(declaration, model);
            return DRAFT;
        }
        model.addAttribute("table", parts.table(board, filter, version));
        model.addAttribute("chart", parts.chart(board));
        model.addAttribute("papers", boards.papers(id));
        model.addAttribute("mandates", boards.mandates(id));
        model.addAttribute("revisions", revisions.list(id));
        model.addAttribute("changes", parts.changes(id));
        model.addAttribute("delegations", boards.undecided(id));
        model.addAttribute("paused", boards.isPaused(id));
        model.addAttribute("undelivered", boards.undelivered(id));
        model.addAttribute("notices", boards.notices(id, locale));
        model.addAttribute("withdrawalReason", declarations.withdrawalReason(id).orElse(""));
        return "declaration/board";
    }
}
