package org.alternat.declaration.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Drafts;
import org.alternat.declaration.Hindrance;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.sample.SampleDeclaration;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** An organiser's declarations at a glance. */
@Controller
@RequestMapping("/declarations")
class DeclarationListController {

    private final Declarations declarations;
    private final Boards boards;
    private final DeclarationTimes times;
    private final Drafts drafts;
    private final ObjectProvider<SampleDeclaration> sample;

    DeclarationListController(
            Declarations declarations,
            Boards boards,
            DeclarationTimes times,
            Drafts drafts,
            ObjectProvider<SampleDeclaration> sample) {
        this.declarations = declarations;
        this.boards = boards;
        this.times = times;
        this.drafts = drafts;
        this.sample = sample;
    }

    @GetMapping
    String list(@AuthenticationPrincipal StaffIdentity by, Locale locale, Model model) {
        List<Row> rows = declarations.ofOrganiser(by.staffId()).stream()
                .map(declaration -> row(declaration, locale))
                .sorted(Comparator.comparing(
                        row -> row.board().declaration().state().compareTo(DeclarationState.CIRCULATING) > 0))
                .toList();
        model.addAttribute("notices", boards.serviceNotices(locale));
        model.addAttribute("rows", rows);
        model.addAttribute("sample", sample.getIfAvailable() != null);
        return "declaration/list";
    }

    @PostMapping("/sample")
    String sample(@AuthenticationPrincipal StaffIdentity by) {
        SampleDeclaration ready = sample.getIfAvailable();
        if (ready == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        DeclarationId id = ready.draft(by);
        return "redirect:/declarations/" + id + Done.CREATED.parameter();
    }

    private Row row(Declaration declaration, Locale locale) {
        boolean draft = declaration.state() == DeclarationState.DRAFT;
        List<Hindrance> hindrances = draft ? drafts.hindrances(declaration) : List.of();
        return new Row(
                boards.of(declaration),
                new Moments(declaration, times, locale),
                draft ? DraftStep.next(hindrances) : null,
                hindrances.stream().anyMatch(hindrance -> hindrance.outcome() == MoveOutcome.RULES_NOT_SET));
    }

    /**
     * One line of the list: open declarations first, the newest first among them.
     *
     * @param next where the making of a draft goes on; null for what is no draft
     * @param rulesOpen whether the deadline is a proposal that nobody has looked at
     */
    public record Row(
            Board board, Moments moments, @Nullable DraftStep next, boolean rulesOpen) {

        /** The page where an organiser goes on. */
        public String path() {
            return next == null ? "/declarations/" + declaration().id() : next.path(declaration());
        }

        public Declaration declaration() {
            return board.declaration();
        }
    }
}
