package org.alternat.declaration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A draft asks somebody, has rules that somebody has set, leaves time to answer, and can be completed by those whom it asks. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CompleteDraft implements ReleaseCondition {

    private final PartyRows parties;
    private final DraftRows drafts;
    private final Clock clock;

    CompleteDraft(PartyRows parties, DraftRows drafts, Clock clock) {
        this.parties = parties;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public List<Hindrance> of(Declaration draft) {
        List<CompletionRule.Bound> bound = parties.bound(draft.id());
        List<Hindrance> found = new ArrayList<>();
        if (bound.isEmpty()) {
            found.add(new Hindrance(MoveOutcome.WITHOUT_SIGNATORIES, Hindrance.PARTIES));
        } else if (!parties.anyNamed(draft.id())) {
            found.add(new Hindrance(MoveOutcome.NOBODY_NAMED, Hindrance.PARTIES));
        }
        if (!drafts.rulesAreSet(draft.id())) {
            found.add(new Hindrance(MoveOutcome.RULES_NOT_SET, Hindrance.RULES));
            return found;
        }
        found.addAll(inTheRules(draft, bound));
        return found;
    }

    private List<Hindrance> inTheRules(Declaration draft, List<CompletionRule.Bound> bound) {
        List<Hindrance> found = new ArrayList<>();
        if (!draft.deadline().isAfter(clock.instant())) {
            found.add(new Hindrance(MoveOutcome.DEADLINE_PASSED, Hindrance.RULES));
        }
        Terms terms = draft.terms();
        // Without parties every rule is impossible and every host unknown; that nobody is there says it all.
        if (!bound.isEmpty() && terms.rule().fault(bound).isPresent()) {
            found.add(new Hindrance(MoveOutcome.IMPOSSIBLE_RULE, Hindrance.RULES));
        }
        OrderOfPrecedence.Host host = terms.order().host();
        if (host != null
                && !bound.isEmpty()
                && bound.stream().noneMatch(party -> party.name().equals(host.party()))) {
            found.add(new Hindrance(MoveOutcome.UNKNOWN_HOST, Hindrance.RULES));
        }
        Instant openUntil = terms.openUntil();
        if (openUntil != null && !openUntil.isAfter(draft.deadline())) {
            found.add(new Hindrance(MoveOutcome.CLOSES_BEFORE_DEADLINE, Hindrance.RULES));
        }
        return found;
    }
}
