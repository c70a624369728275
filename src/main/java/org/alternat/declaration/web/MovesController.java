package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Languages;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.Party;
import org.alternat.declaration.Prolongations;
import org.alternat.declaration.Replacements;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.input.DeadlineReader;
import org.alternat.declaration.input.InputError;
import org.alternat.declaration.input.PersonReader;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
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

/** What an organiser changes while a declaration circulates: a person, the deadline. Each has a page of its own. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID)
class MovesController {

    private static final String PERSON = "/signatories/" + DeclarationPaths.SIGNATORY + "/replacement";
    private static final String DEADLINE_PAGE = "declaration/deadline";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Declarations declarations;
    private final Signatories signatories;
    private final Replacements replacements;
    private final Prolongations prolongations;
    private final DeclarationTimes times;
    private final BoardPage board;

    MovesController(
            Declarations declarations,
            Signatories signatories,
            Replacements replacements,
            Prolongations prolongations,
            DeclarationTimes times,
            BoardPage board) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.replacements = replacements;
        this.prolongations = prolongations;
        this.times = times;
        this.board = board;
    }

    @GetMapping(PERSON)
    String person(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @AuthenticationPrincipal StaffIdentity by,
            Model model) {
        Signatory known = known(id, signatory, by, model);
        model.addAttribute("form", SignatoryForm.of(signatories.party(known.partyId()), known));
        return "declaration/replacement";
    }

    @PostMapping(PERSON)
    String replace(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @ModelAttribute("form") SignatoryForm form,
            BindingResult binding,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        Signatory known = known(id, signatory, by, model);
        return PersonReader.read(form.input())
                .fold(
                        person -> board.moved(
                                replacements.replace(known.declarationId(), known.id(), person, by),
                                known.isNamed() ? Done.REPLACED : Done.NAMED,
                                known.declarationId(),
                                by,
                                model,
                                response),
                        errors -> {
                            FormErrors.into(binding, errors);
                            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                            return "declaration/replacement";
                        });
    }

    @GetMapping("/deadline")
    String deadline(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Locale locale, Model model) {
        return deadlinePage(new DeclarationId(id), null, by, locale, model);
    }

    @PostMapping("/deadline")
    String prolong(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String deadline,
            @AuthenticationPrincipal StaffIdentity by,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        return DeadlineReader.read(
                        deadline, declarations.ofOrganiser(declaration, by).zone())
                .fold(
                        until -> {
                            MoveOutcome outcome = prolongations.prolong(declaration, until, by);
                            return outcome == MoveOutcome.NOT_LATER
                                    ? notLater(declaration, deadline, by, locale, model, response)
                                    : board.moved(outcome, Done.PROLONGED, declaration, by, model, response);
                        },
                        errors -> {
                            mistake(errors, model, response);
                            return deadlinePage(declaration, deadline, by, locale, model);
                        });
    }

    private String notLater(
            DeclarationId id,
            String entered,
            StaffIdentity by,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        mistake(List.of(InputError.of("deadline", "declaration.outcome.NOT_LATER")), model, response);
        return deadlinePage(id, entered, by, locale, model);
    }

    private static void mistake(List<InputError> errors, Model model, HttpServletResponse response) {
        model.addAttribute("mistake", errors.get(0).messageKey());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    private String deadlinePage(
            DeclarationId id, @Nullable String entered, StaffIdentity by, Locale locale, Model model) {
        Declaration declaration = declarations.ofOrganiser(id, by);
        model.addAttribute("declaration", declaration);
        model.addAttribute("moments", new Moments(declaration, times, locale));
        model.addAttribute(
                "entered", entered == null ? LOCAL.format(declaration.deadline().atZone(declaration.zone())) : entered);
        return DEADLINE_PAGE;
    }

    private Signatory known(UUID id, UUID signatory, StaffIdentity by, Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Signatory known = signatories.get(declaration.id(), new SignatoryId(signatory));
        Party party = signatories.party(known.partyId());
        model.addAttribute("declaration", declaration);
        model.addAttribute("person", known);
        model.addAttribute("party", party);
        model.addAttribute("locales", Languages.OF_SIGNATORIES);
        return known;
    }
}
