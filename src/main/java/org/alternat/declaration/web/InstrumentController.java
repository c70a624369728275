package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.InstrumentKind;
import org.alternat.declaration.Instruments;
import org.alternat.declaration.Languages;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.NewDeclaration;
import org.alternat.declaration.input.Checked;
import org.alternat.declaration.input.DeclarationInput;
import org.alternat.declaration.input.DeclarationReader;
import org.alternat.declaration.input.InputError;
import org.alternat.moment.City;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where an organiser attaches an instrument to an archived declaration; it goes on as a draft like any other. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID + "/instruments/new")
class InstrumentController {

    private static final String PAGE = "declaration/instrument";

    private final Declarations declarations;
    private final Instruments instruments;
    private final DeclarationReader reader;
    private final BoardPage board;

    InstrumentController(
            Declarations declarations, Instruments instruments, DeclarationReader reader, BoardPage board) {
        this.declarations = declarations;
        this.instruments = instruments;
        this.reader = reader;
        this.board = board;
    }

    @GetMapping
    String empty(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "accession") String kind,
            @ModelAttribute("form") DeclarationForm form,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId original = new DeclarationId(id);
        MoveOutcome outcome = instruments.takesInstruments(original, by);
        if (outcome != MoveOutcome.DONE) {
            return board.refused("declaration.outcome." + outcome, original, by, model, response);
        }
        Declaration attachedTo = page(original, kind(kind), model);
        form.setLanguages(
                attachedTo.languages().stream().map(Locale::toLanguageTag).toList());
        return PAGE;
    }

    @PostMapping
    String attach(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "accession") String kind,
            @ModelAttribute("form") DeclarationForm form,
            BindingResult binding,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        DeclarationId original = new DeclarationId(id);
        InstrumentKind known = kind(kind);
        MoveOutcome outcome = instruments.takesInstruments(original, by);
        if (outcome != MoveOutcome.DONE) {
            return board.refused("declaration.outcome." + outcome, original, by, model, response);
        }
        return read(form, declarations.get(original))
                .fold(
                        made -> "redirect:/declarations/" + instruments.draft(original, known, made, by)
                                + Done.CREATED.parameter(),
                        errors -> {
                            FormErrors.into(binding, errors);
                            page(original, known, model);
                            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                            return PAGE;
                        });
    }

    /** Zone and cities are the original's: people compare the instants of both. */
    private Checked<NewDeclaration> read(DeclarationForm form, Declaration original) {
        form.setZone(original.zone().getId());
        form.getTerms().setCities(City.write(original.terms().cities()));
        List<InputError> faults = new ArrayList<>();
        DeclarationInput input = form.input(faults);
        Checked<NewDeclaration> read = reader.read(input);
        if (faults.isEmpty()) {
            return read;
        }
        faults.addAll(read.fold(made -> List.<InputError>of(), errors -> errors));
        return new Checked.Invalid<>(faults);
    }

    private Declaration page(DeclarationId id, InstrumentKind kind, Model model) {
        Declaration original = declarations.get(id);
        model.addAttribute("declaration", original);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", InstrumentKind.values());
        model.addAttribute("textLanguages", Languages.OF_TEXTS);
        model.addAttribute("quoted", instruments.finalSha256(id).hex());
        return original;
    }

    private static InstrumentKind kind(String word) {
        return InstrumentKind.of(word).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
