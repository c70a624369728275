package org.alternat.declaration.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.sample.SampleDeclaration;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
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
    private final ObjectProvider<SampleDeclaration> sample;

    DeclarationListController(
            Declarations declarations,
            Boards boards,
            DeclarationTimes times,
            ObjectProvider<SampleDeclaration> sample) {
        this.declarations = declarations;
        this.boards = boards;
        this.times = times;
        this.sample = sample;
    }

    @GetMapping
    String list(@AuthenticationPrincipal StaffIdentity by, Locale locale, Model model) {
        List<Row> rows = declarations.ofOrganiser(by.staffId()).stream()
                .map(declaration -> new Row(boards.of(declaration), new Moments(declaration, times, locale)))
                .sorted(Comparator.comparing(row -> row.board()
                                .declaration()
                                .state()
                                .compareTo(org.alternat.declaration.DeclarationState.CIRCULATING)
                        > 0))
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

    /** One line of the list: open declarations first, the newest first among them. */
    public record Row(Board board, Moments moments) {

        public Declaration declaration() {
            return board.declaration();
        }
    }
}
