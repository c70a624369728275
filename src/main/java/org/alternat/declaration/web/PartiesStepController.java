package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DraftSteps;
import org.alternat.declaration.input.CsvExcerpt;
import org.alternat.declaration.input.InputError;
import org.alternat.declaration.input.SignatoryCsv;
import org.alternat.declaration.input.Upload;
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

/** The second step of a draft: who is asked, from a list in a file or one by one. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID + "/parties")
class PartiesStepController {

    /** As many faulty lines as somebody may want to mend before the next attempt. */
    private static final int MOST_LINES = 200;

    private final DraftSteps steps;
    private final DraftPages pages;
    private final Boards boards;

    PartiesStepController(DraftSteps steps, DraftPages pages, Boards boards) {
        this.steps = steps;
        this.pages = pages;
        this.boards = boards;
    }

    @GetMapping
    String page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String done,
            @AuthenticationPrincipal StaffIdentity by,
            Model model) {
        Declaration draft = pages.draft(id, by);
        pages.show(draft, DraftStep.PARTIES, model);
        Done.named(done).ifPresent(what -> model.addAttribute("done", "declaration.done." + what));
        model.addAttribute("board", boards.of(draft));
        model.addAttribute("csvHeader", String.join(",", SignatoryCsv.COLUMNS));
        return "declaration/parties";
    }

    /** Takes a list in, whole or not at all; without one there is nothing to store, and the next step follows. */
    @PostMapping
    String take(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile signatories,
            @RequestParam(defaultValue = "false") boolean leave,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Declaration draft = pages.draft(id, by);
        String name = signatories == null ? null : signatories.getOriginalFilename();
        if (signatories == null || name == null || name.isEmpty()) {
            return DraftPages.after(DraftStep.PARTIES, id, leave);
        }
        Upload list = new Upload(signatories.getBytes());
        return SignatoryCsv.read(list)
                .fold(
                        all -> {
                            DraftPages.requireDone(steps.parties(draft.id(), all, by));
                            return "redirect:/declarations/" + id + "/parties" + Done.LISTED.parameter();
                        },
                        errors -> again(list, errors, id, by, model, response));
    }

    private String again(
            Upload list,
            List<InputError> errors,
            UUID id,
            StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        List<CsvExcerpt.FaultyLine> lines = CsvExcerpt.of(list, errors);
        model.addAttribute(
                "whole", errors.stream().filter(error -> error.line() == null).toList());
        model.addAttribute("faults", errors.size());
        model.addAttribute("lines", lines.stream().limit(MOST_LINES).toList());
        model.addAttribute("more", Math.max(0, lines.size() - MOST_LINES));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(id, null, by, model);
    }
}
