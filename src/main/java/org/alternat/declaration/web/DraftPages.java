package org.alternat.declaration.web;

import java.util.List;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Drafts;
import org.alternat.declaration.Hindrance;
import org.alternat.declaration.LanguageWording;
import org.alternat.declaration.MoveOutcome;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of the steps have in common: the draft itself, and the list of steps. */
@Component
class DraftPages {

    private final Declarations declarations;
    private final Drafts drafts;
    private final LanguageWording wording;

    DraftPages(Declarations declarations, Drafts drafts, LanguageWording wording) {
        this.declarations = declarations;
        this.drafts = drafts;
        this.wording = wording;
    }

    /** The draft, for the page of one of its steps; a conflict when it is released. */
    Declaration draft(UUID id, StaffIdentity by) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        requireDone(declaration.state() == DeclarationState.DRAFT ? MoveOutcome.DONE : MoveOutcome.ALREADY_RELEASED);
        return declaration;
    }

    /** Shows the draft and how far each step is. */
    void show(Declaration draft, DraftStep current, Model model) {
        List<Hindrance> hindrances = drafts.hindrances(draft);
        model.addAttribute("declaration", draft);
        model.addAttribute("hindrances", hindrances);
        model.addAttribute(
                "standing",
                wording.sentences(draft.versions(), LocaleContextHolder.getLocale())
                        .orElse(""));
        model.addAttribute("steps", DraftStep.all(draft, hindrances, current));
    }

    /** To the step that follows, or back to the list of declarations when the organiser leaves for now. */
    static String after(DraftStep step, UUID id, boolean leave) {
        if (leave) {
            return "redirect:/declarations";
        }
        return "redirect:/declarations/" + id
                + switch (step) {
                    case TEXT -> "/" + Hindrance.PARTIES;
                    case PARTIES -> "/" + Hindrance.RULES;
                    case RULES, REVIEW -> "";
                };
    }

    /** Only somebody with an old page in a second window comes here: what cannot be changed any more is not there. */
    static void requireDone(MoveOutcome outcome) {
        if (outcome != MoveOutcome.DONE) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
    }
}
