package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Drafts;
import org.alternat.declaration.Languages;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.NewDeclaration;
import org.alternat.declaration.input.Checked;
import org.alternat.declaration.input.DeclarationInput;
import org.alternat.declaration.input.DeclarationReader;
import org.alternat.declaration.input.InputError;
import org.alternat.declaration.input.SignatoryCsv;
import org.alternat.document.IntakeResult;
import org.alternat.document.Revisions;
import org.alternat.moment.MomentWording;
import org.alternat.shared.DeclarationId;
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
import org.springframework.web.server.ResponseStatusException;

/** The one form that makes a draft, and changes it. */
@Controller
@RequestMapping("/declarations")
class DeclarationFormController {

    private static final List<String> USUAL_ZONES =
            List.of("Europe/Paris", "Europe/Brussels", "America/Montreal", "UTC");

    private final DeclarationReader reader;
    private final Declarations declarations;
    private final Drafts drafts;
    private final Revisions revisions;
    private final MomentWording wording;

    DeclarationFormController(
            DeclarationReader reader,
            Declarations declarations,
            Drafts drafts,
            Revisions revisions,
            MomentWording wording) {
        this.reader = reader;
        this.declarations = declarations;
        this.drafts = drafts;
        this.revisions = revisions;
        this.wording = wording;
    }

    @ModelAttribute
    void choices(Model model, Locale locale) {
        model.addAttribute("textLanguages", Languages.OF_TEXTS);
        Map<String, String> usual = new LinkedHashMap<>();
        USUAL_ZONES.forEach(zone -> usual.put(zone, wording.zone(ZoneId.of(zone), locale)));
        model.addAttribute("usualZones", usual);
        model.addAttribute(
                "zones",
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone ->
                                zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                        .sorted()
                        .toList());
        model.addAttribute("csvHeader", String.join(",", SignatoryCsv.COLUMNS));
    }

    @GetMapping("/new")
    String empty(@ModelAttribute("form") DeclarationForm form) {
        form.setZone(USUAL_ZONES.get(0));
        return "declaration/form";
    }

    @PostMapping("/new")
    String create(
            @ModelAttribute("form") DeclarationForm form,
            BindingResult binding,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        return read(form, Optional.empty())
                .fold(
                        made -> "redirect:/declarations/" + declarations.draft(made, by) + Done.CREATED.parameter(),
                        errors -> again(errors, binding, model, response));
    }

    @GetMapping("/" + DeclarationPaths.ID + "/edit")
    String edit(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Model model) {
        Declaration draft = draft(id, by);
        model.addAttribute("declaration", draft);
        model.addAttribute("form", DeclarationForm.of(draft, declarations.texts(draft.id())));
        return "declaration/form";
    }

    @PostMapping("/" + DeclarationPaths.ID + "/edit")
    String change(
            @PathVariable UUID id,
            @ModelAttribute("form") DeclarationForm form,
            BindingResult binding,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        Declaration draft = draft(id, by);
        model.addAttribute("declaration", draft);
        IntakeResult.Accepted kept = new IntakeResult.Accepted(revisions.read(draft.id()), draft.pages());
        return read(form, Optional.of(kept))
                .fold(
                        made -> {
                            requireDone(drafts.change(draft.id(), made, by));
                            return "redirect:/declarations/" + id + Done.CHANGED.parameter();
                        },
                        errors -> again(errors, binding, model, response));
    }

    private Declaration draft(UUID id, StaffIdentity by) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        requireDone(declaration.state() == DeclarationState.DRAFT ? MoveOutcome.DONE : MoveOutcome.ALREADY_RELEASED);
        return declaration;
    }

    private Checked<NewDeclaration> read(DeclarationForm form, Optional<IntakeResult.Accepted> kept) {
        List<InputError> faults = new ArrayList<>();
        DeclarationInput input = form.input(faults);
        Checked<NewDeclaration> read = reader.read(input, kept);
        if (faults.isEmpty()) {
            return read;
        }
        faults.addAll(read.fold(made -> List.<InputError>of(), errors -> errors));
        return new Checked.Invalid<>(faults);
    }

    private static String again(
            List<InputError> errors, BindingResult binding, Model model, HttpServletResponse response) {
        FormErrors.into(binding, errors);
        model.addAttribute("lines", FormErrors.withLines(errors));
        model.addAttribute(
                "textsFaulty", errors.stream().anyMatch(error -> error.field().startsWith("texts.")));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "declaration/form";
    }

    /** Only somebody with an old page in a second window comes here: what cannot be changed any more is not there. */
    static void requireDone(MoveOutcome outcome) {
        if (outcome != MoveOutcome.DONE) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
    }
}
