package org.alternat.declaration;

import java.util.List;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The making of a draft in steps, each stored whole when it is done, in whichever order they are taken up again. Once the
 * declaration is released every call answers {@link MoveOutcome#ALREADY_RELEASED} and changes nothing.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class DraftSteps {

    private final Declarations drafts;
    private final DeclarationRows declarations;
    private final DraftRows rows;
    private final PartyRows parties;
    private final Precedence precedence;
    private final Revisions revisions;

    DraftSteps(
            Declarations drafts,
            DeclarationRows declarations,
            DraftRows rows,
            PartyRows parties,
            Precedence precedence,
            Revisions revisions) {
        this.drafts = drafts;
        this.declarations = declarations;
        this.rows = rows;
        this.parties = parties;
        this.precedence = precedence;
        this.revisions = revisions;
    }

    /**
     * Makes a draft of a text alone.
     *
     * @param proposed what the rules are until somebody sets them; it cannot be released before
     */
    public DeclarationId begin(DraftText text, DraftRules proposed, StaffIdentity by) {
        DeclarationId id = drafts.draft(
                new NewDeclaration(
                        text.title(),
                        text.placeAndDate(),
                        text.versions(),
                        proposed.zone(),
                        proposed.deadline(),
                        text.document(),
                        text.texts(),
                        proposed.terms(),
                        List.of(),
                        null),
                by);
        rows.propose(id);
        return id;
    }

    /** Puts another text in the place of the one that was there. */
    public MoveOutcome text(DeclarationId id, DraftText text, StaffIdentity by) {
        drafts.ofOrganiser(id, by);
        revisions.lock(id);
        return whileDraft(id, by, () -> {
            revisions.keepDraft(id, text.document().text());
            rows.text(id, text);
            declarations.insertTexts(id, text.texts());
        });
    }

    /** Puts these parties and their signatories in the place of all that were there. */
    public MoveOutcome parties(DeclarationId id, List<NewParty> all, StaffIdentity by) {
        return whileDraft(id, by, () -> {
            parties.deleteAll(id);
            parties.insert(id, all);
            precedence.renumber(id);
        });
    }

    /** Sets the rules. */
    public MoveOutcome rules(DeclarationId id, DraftRules rules, StaffIdentity by) {
        return whileDraft(id, by, () -> {
            rows.rules(id, rules);
            precedence.renumber(id);
        });
    }

    /** Whether an organiser has set the rules; else they are proposals. */
    @Transactional(readOnly = true)
    public boolean rulesAreSet(DeclarationId id) {
        return rows.rulesAreSet(id);
    }

    private MoveOutcome whileDraft(DeclarationId id, StaffIdentity by, Runnable change) {
        drafts.ofOrganiser(id, by);
        if (declarations.lock(id) != DeclarationState.DRAFT) {
            return MoveOutcome.ALREADY_RELEASED;
        }
        change.run();
        return MoveOutcome.DONE;
    }
}
