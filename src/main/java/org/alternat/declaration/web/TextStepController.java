package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.DraftRules;
import org.alternat.declaration.DraftSteps;
import org.alternat.declaration.DraftText;
import org.alternat.declaration.LanguageStanding;
import org.alternat.declaration.Languages;
import org.alternat.declaration.Terms;
import org.alternat.declaration.input.Checked;
import org.alternat.declaration.input.DeclarationInput;
import org.alternat.declaration.input.DeclarationReader;
import org.alternat.declaration.input.InputError;
import org.alternat.document.IntakeResult;
import org.alternat.document.Revisions;
import org.alternat.shared.StaffIdentity;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first step of a draft, which makes it: what the declaration says. */
@Controller
@RequestMapping("/declarations")
class TextStepController {

    private static final String PAGE = "declaration/text";

    /** What is proposed until somebody sets the rules. */
    private static final ZoneId USUAL_ZONE = ZoneId.of(ZoneChoices.USUAL.get(0));

    private static final int USUAL_DAYS = 30;
    private static final LocalTime USUAL_HOUR = LocalTime.of(18, 0);

    private final DeclarationReader reader;
    private final Declarations declarations;
    private final DraftSteps steps;
    private final DraftPages pages;
    private final Revisions revisions;
    private final Clock clock;

    TextStepController(
            DeclarationReader reader,
            Declarations declarations,
            DraftSteps steps,
            DraftPages pages,
            Revisions revisions,
            Clock clock) {
        this.reader = reader;
        this.declarations = declarations;
        this.steps = steps;
        this.pages = pages;
        this.revisions = revisions;
        this.clock = clock;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("textLanguages", Languages.OF_TEXTS);
        model.addAttribute("standings", LanguageStanding.values());
    }

    @GetMapping("/new")
    String empty(@ModelAttribute("form") DeclarationForm form, Model model) {
        model.addAttribute("steps", DraftStep.all(null, List.of(), DraftStep.TEXT));
        return PAGE;
    }

    @PostMapping("/new")
    String create(
            @ModelAttribute("form") DeclarationForm form,
            BindingResult binding,
            @RequestParam(defaultValue = "false") boolean leave,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        return read(form, Optional.empty())
                .fold(
                        text -> DraftPages.after(
                                DraftStep.TEXT,
                                steps.begin(text, proposed(), by).value(),
                                leave),
                        errors -> {
                            empty(form, model);
                            return again(errors, binding, model, response);
                        });
    }

    @GetMapping("/" + DeclarationPaths.ID + "/text")
    String edit(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Model model) {
        Declaration draft = pages.draft(id, by);
        pages.show(draft, DraftStep.TEXT, model);
        model.addAttribute("form", DeclarationForm.of(draft, declarations.texts(draft.id())));
        return PAGE;
    }

    @PostMapping("/" + DeclarationPaths.ID + "/text")
    String change(
            @PathVariable UUID id,
            @ModelAttribute("form") DeclarationForm form,
            BindingResult binding,
            @RequestParam(defaultValue = "false") boolean leave,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        Declaration draft = pages.draft(id, by);
        IntakeResult.Accepted kept = new IntakeResult.Accepted(revisions.read(draft.id()), draft.pages());
        return read(form, Optional.of(kept))
                .fold(
                        text -> {
                            DraftPages.requireDone(steps.text(draft.id(), text, by));
                            return DraftPages.after(DraftStep.TEXT, id, leave);
                        },
                        errors -> {
                            pages.show(draft, DraftStep.TEXT, model);
                            return again(errors, binding, model, response);
                        });
    }

    private Checked<DraftText> read(DeclarationForm form, Optional<IntakeResult.Accepted> kept) {
        List<InputError> faults = new ArrayList<>();
        DeclarationInput input = form.input(faults);
        Checked<DraftText> read = reader.text(input, kept);
        if (faults.isEmpty()) {
            return read;
        }
        faults.addAll(read.fold(made -> List.<InputError>of(), errors -> errors));
        return new Checked.Invalid<>(faults);
    }

    private DraftRules proposed() {
        Instant deadline = clock.instant()
                .atZone(USUAL_ZONE)
                .plusDays(USUAL_DAYS)
                .with(USUAL_HOUR)
                .toInstant();
        return new DraftRules(USUAL_ZONE, deadline, Terms.PLAIN);
    }

    private static String again(
            List<InputError> errors, BindingResult binding, Model model, HttpServletResponse response) {
        FormErrors.into(binding, errors);
        model.addAttribute(
                "textsFaulty", errors.stream().anyMatch(error -> error.field().startsWith("texts.")));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return PAGE;
    }
}
