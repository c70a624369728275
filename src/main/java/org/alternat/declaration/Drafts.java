package org.alternat.declaration;

import java.util.List;
import java.util.Optional;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PartyId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an organiser completes a draft: its parties and signatories one at a time. Once the declaration is
 * released every call answers {@link MoveOutcome#ALREADY_RELEASED} and changes nothing.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Drafts {

    private final DeclarationRows declarations;
    private final PartyRows parties;
    private final Precedence precedence;
    private final ReleaseCheck check;

    Drafts(DeclarationRows declarations, PartyRows parties, Precedence precedence, ReleaseCheck check) {
        this.declarations = declarations;
        this.parties = parties;
        this.precedence = precedence;
        this.check = check;
    }

    /**
     * Adds one signatory. A party of the same name is the same party and takes the side, region and contact given last.
     *
     * @param party with exactly one signatory
     */
    public MoveOutcome add(DeclarationId id, NewParty party, StaffIdentity by) {
        return whileDraft(id, by, () -> {
            parties.insertSignatory(id, partyOf(id, party), party.signatories().get(0));
            precedence.renumber(id);
        });
    }

    /**
     * Changes one signatory, who moves to the party of the given name.
     *
     * @param party with exactly one signatory
     */
    public MoveOutcome change(DeclarationId id, SignatoryId signatory, NewParty party, StaffIdentity by) {
        return whileDraft(id, by, () -> {
            known(id, signatory);
            parties.update(signatory, partyOf(id, party), party.signatories().get(0));
            precedence.renumber(id);
        });
    }

    /** Removes one signatory; a party without signatories goes too. */
    public MoveOutcome remove(DeclarationId id, SignatoryId signatory, StaffIdentity by) {
        return whileDraft(id, by, () -> {
            known(id, signatory);
            parties.delete(signatory);
            precedence.renumber(id);
        });
    }

    /** Lets a party change places with the one before it in the order of precedence, unless the alphabet decides it; the first one stays. */
    public MoveOutcome raise(DeclarationId id, PartyId party, StaffIdentity by) {
        return whileDraft(id, by, () -> {
            List<Party> inOrder = parties.parties(id);
            int place = inOrder.stream().map(Party::id).toList().indexOf(party);
            if (place < 0) {
                throw new UnknownDeclarationException(id);
            }
            if (place > 0) {
                parties.place(inOrder.get(place - 1).id(), place + 1);
                parties.place(party, place);
                precedence.renumber(id);
            }
        });
    }

    /** Everything that keeps this draft from being released, the most basic first. */
    @Transactional(readOnly = true)
    public List<Hindrance> hindrances(Declaration draft) {
        return check.of(draft);
    }

    private MoveOutcome whileDraft(DeclarationId id, StaffIdentity by, Runnable change) {
        requireOrganiser(id, by);
        if (declarations.lock(id) != DeclarationState.DRAFT) {
            return MoveOutcome.ALREADY_RELEASED;
        }
        change.run();
        return MoveOutcome.DONE;
    }

    private void requireOrganiser(DeclarationId id, StaffIdentity by) {
        if (!declarations.isOrganiser(id, by.staffId())) {
            throw new UnknownDeclarationException(id);
        }
    }

    private void known(DeclarationId id, SignatoryId signatory) {
        if (!parties.declarationOf(signatory).equals(id)) {
            throw new UnknownDeclarationException(signatory);
        }
    }

    private PartyId partyOf(DeclarationId id, NewParty wanted) {
        List<Party> there = parties.parties(id);
        Optional<Party> same = there.stream()
                .filter(party -> party.name().equals(wanted.name()))
                .findFirst();
        if (same.isEmpty()) {
            return parties.insertParty(id, there.size() + 1, wanted);
        }
        PartyId found = same.get().id();
        parties.updateParty(found, wanted.side(), wanted.region(), wanted.contact());
        return found;
    }
}
