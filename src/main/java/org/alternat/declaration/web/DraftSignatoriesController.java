package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Drafts;
import org.alternat.declaration.Languages;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.input.InputError;
import org.alternat.declaration.input.PartiesReader;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PartyId;
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

/** A draft's parties and signatories, one at a time, without a script. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID)
class DraftSignatoriesController {

    private final Declarations declarations;
    private final Signatories signatories;
    private final Drafts drafts;

    DraftSignatoriesController(Declarations declarations, Signatories signatories, Drafts drafts) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.drafts = drafts;
    }

    @ModelAttribute
    void choices(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        model.addAttribute("declaration", declaration);
        model.addAttribute("locales", Languages.OF_SIGNATORIES);
        model.addAttribute("known", signatories.organisations(declaration.id()));
        model.addAttribute("roles", SignatoryRole.values());
    }

    @GetMapping("/signatories/new")
    String empty(@ModelAttribute("form") SignatoryForm form) {
        return "declaration/signatory";
    }

    @PostMapping("/signatories/new")
    String add(
            @PathVariable UUID id,
            @ModelAttribute("form") SignatoryForm form,
            BindingResult binding,
            @AuthenticationPrincipal StaffIdentity by,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        return PartiesReader.read(List.of(form.input()))
                .fold(
                        parties -> takenBy(declaration, parties.get(0), null)
                                ? again(duplicate(parties.get(0)), binding, response)
                                : done(id, drafts.add(declaration, parties.get(0), by), Done.ADDED),
                        errors -> again(errors, binding, response));
    }

    @GetMapping("/signatories/" + DeclarationPaths.SIGNATORY)
    String edit(@PathVariable UUID id, @PathVariable UUID signatory, Model model) {
        Signatory known = signatories.get(new DeclarationId(id), new SignatoryId(signatory));
        Party party = signatories.party(known.partyId());
        model.addAttribute("form", SignatoryForm.of(party, known));
        return "declaration/signatory";
    }

    @PostMapping("/signatories/" + DeclarationPaths.SIGNATORY)
    String change(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @ModelAttribute("form") SignatoryForm form,
            BindingResult binding,
            @AuthenticationPrincipal StaffIdentity by,
            HttpServletResponse response) {
        DeclarationId declaration = new DeclarationId(id);
        SignatoryId changed =
                signatories.get(declaration, new SignatoryId(signatory)).id();
        return PartiesReader.read(List.of(form.input()))
                .fold(
                        parties -> takenBy(declaration, parties.get(0), changed)
                                ? again(duplicate(parties.get(0)), binding, response)
                                : done(id, drafts.change(declaration, changed, parties.get(0), by), Done.CHANGED),
                        errors -> again(errors, binding, response));
    }

    @PostMapping("/signatories/" + DeclarationPaths.SIGNATORY + "/remove")
    String remove(@PathVariable UUID id, @PathVariable UUID signatory, @AuthenticationPrincipal StaffIdentity by) {
        return done(id, drafts.remove(new DeclarationId(id), new SignatoryId(signatory), by), Done.REMOVED);
    }

    @PostMapping("/parties/{party:[0-9a-f-]{36}}/raise")
    String raise(@PathVariable UUID id, @PathVariable UUID party, @AuthenticationPrincipal StaffIdentity by) {
        DraftPages.requireDone(drafts.raise(new DeclarationId(id), new PartyId(party), by));
        return "redirect:/declarations/" + id + "/parties#p-" + party;
    }

    /** The rule of the CSV, over what is stored: one address has each role once for a party. */
    private boolean takenBy(DeclarationId declaration, NewParty wanted, @Nullable SignatoryId except) {
        NewSignatory person = wanted.signatories().get(0);
        List<PartyId> sameName = signatories.organisations(declaration).stream()
                .filter(party -> party.name().equals(wanted.name()))
                .map(Party::id)
                .toList();
        return signatories.of(declaration).stream()
                .filter(signatory -> sameName.contains(signatory.partyId()))
                .filter(signatory -> !signatory.id().equals(except))
                .filter(signatory -> signatory.role() == person.role())
                .anyMatch(signatory -> signatory.isAt(person.email()));
    }

    private static List<InputError> duplicate(NewParty party) {
        return new ArrayList<>(List.of(InputError.of("email", "declaration.input.addressTaken", party.name())));
    }

    private static String done(UUID id, MoveOutcome outcome, Done done) {
        DraftPages.requireDone(outcome);
        return "redirect:/declarations/" + id + "/parties" + done.parameter() + "#parties";
    }

    private static String again(List<InputError> errors, BindingResult binding, HttpServletResponse response) {
        FormErrors.into(binding, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "declaration/signatory";
    }
}
