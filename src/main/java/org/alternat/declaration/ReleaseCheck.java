package org.alternat.declaration;

import java.time.Instant;
import java.util.List;

/** What keeps a draft from being released. */
final class ReleaseCheck {

    private ReleaseCheck() {}

    /** {@code DONE} when nothing is in the way. */
    static MoveOutcome of(Declaration draft, List<CompletionRule.Bound> bound, Instant now) {
        if (draft.state() != DeclarationState.DRAFT) {
            return MoveOutcome.ALREADY_RELEASED;
        }
        if (bound.isEmpty()) {
            return MoveOutcome.WITHOUT_SIGNATORIES;
        }
        if (!draft.deadline().isAfter(now)) {
            return MoveOutcome.DEADLINE_PASSED;
        }
        Terms terms = draft.terms();
        if (terms.rule().fault(bound).isPresent()) {
            return MoveOutcome.IMPOSSIBLE_RULE;
        }
        OrderOfPrecedence.Host host = terms.order().host();
        if (host != null && bound.stream().noneMatch(party -> party.name().equals(host.party()))) {
            return MoveOutcome.UNKNOWN_HOST;
        }
        Instant openUntil = terms.openUntil();
        return openUntil == null || openUntil.isAfter(draft.deadline())
                ? MoveOutcome.DONE
                : MoveOutcome.CLOSES_BEFORE_DEADLINE;
    }
}
