package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alternat.declaration.AfterRefusal;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DelegationRule;
import org.alternat.declaration.Delegations;
import org.alternat.declaration.DraftRules;
import org.alternat.declaration.DraftSteps;
import org.alternat.declaration.Languages;
import org.alternat.declaration.RefusalPolicy;
import org.alternat.declaration.input.DeclarationReader;
import org.alternat.declaration.input.InputError;
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

/** The third step of a draft: until when it circulates, and on which terms. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID + "/rules")
class RulesStepController {

    private static final String PAGE = "declaration/rules";

    private final DeclarationReader reader;
    private final DraftSteps steps;
    private final DraftPages pages;
    private final ZoneChoices zones;
    private final RefusalPolicy policy;
    private final Delegations delegations;

    RulesStepController(
            DeclarationReader reader,
            DraftSteps steps,
            DraftPages pages,
            ZoneChoices zones,
            RefusalPolicy policy,
            Delegations delegations) {
        this.reader = reader;
        this.steps = steps;
        this.pages = pages;
        this.zones = zones;
        this.policy = policy;
        this.delegations = delegations;
    }

    @ModelAttribute
    void choices(Model model, Locale locale) {
        zones.show(model, locale);
        model.addAttribute("textLanguages", Languages.OF_TEXTS);
    }

    @GetMapping
    String edit(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Model model) {
        Declaration draft = pages.draft(id, by);
        pages.show(draft, DraftStep.RULES, model);
        model.addAttribute("form", DeclarationForm.of(draft, List.of()));
        return page(policy.of(draft.id()), delegations.rule(draft.id()), draft, model);
    }

    @PostMapping
    String set(
            @PathVariable UUID id,
            @ModelAttribute("form") DeclarationForm form,
            BindingResult binding,
            @RequestParam(defaultValue = "CONTINUE") AfterRefusal afterRefusal,
            @RequestParam(defaultValue = "CONFIRM") DelegationRule delegation,
            @RequestParam(defaultValue = "false") boolean leave,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response) {
        Declaration draft = pages.draft(id, by);
        return reader.rules(form.input(new ArrayList<>()))
                .fold(
                        rules -> {
                            set(draft.id(), rules, afterRefusal, delegation, by);
                            return DraftPages.after(DraftStep.RULES, id, leave);
                        },
                        errors -> {
                            pages.show(draft, DraftStep.RULES, model);
                            return again(errors, binding, page(afterRefusal, delegation, draft, model), response);
                        });
    }

    /** The choices of which the audit trail tells are made only where they differ from what was chosen before. */
    private void set(
            DeclarationId id,
            DraftRules rules,
            AfterRefusal afterRefusal,
            DelegationRule delegation,
            StaffIdentity by) {
        DraftPages.requireDone(steps.rules(id, rules, by));
        if (policy.of(id) != afterRefusal) {
            DraftPages.requireDone(policy.choose(id, afterRefusal, by));
        }
        if (delegations.rule(id) != delegation) {
            DraftPages.requireDone(delegations.choose(id, delegation, by));
        }
    }

    private String page(AfterRefusal afterRefusal, DelegationRule delegation, Declaration draft, Model model) {
        model.addAttribute("afterRefusal", afterRefusal);
        model.addAttribute("delegation", delegation);
        model.addAttribute("proposed", !steps.rulesAreSet(draft.id()));
        return PAGE;
    }

    private static String again(
            List<InputError> errors, BindingResult binding, String page, HttpServletResponse response) {
        FormErrors.into(binding, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page;
    }
}
