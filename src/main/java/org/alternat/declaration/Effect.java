package org.alternat.declaration;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reckons since when a party is bound and since when the declaration has effect; each is recorded once, unless what it rests on
 * is taken back.
 */
@Component
class Effect {

    private final DeclarationRows declarations;
    private final PartyRows parties;
    private final AuditTrail audit;

    Effect(DeclarationRows declarations, PartyRows parties, AuditTrail audit) {
        this.declarations = declarations;
        this.parties = parties;
        this.audit = audit;
    }

    /** A signature of the party counts since {@code at}. The caller holds the declaration's lock. */
    void counted(DeclarationId id, PartyId party, Instant at) {
        if (!parties.bind(party, at)) {
            return;
        }
        Declaration declaration = declarations.find(id).orElseThrow();
        if (declaration.effectiveAt() != null) {
            return;
        }
        CompletionRule rule = declaration.terms().rule();
        if (rule.needsEveryParty() && parties.anyUnbound(id)) {
            return;
        }
        List<CompletionRule.Bound> bound = parties.bound(id);
        if (rule.isMet(bound)) {
            declarations.effective(id, at);
            record(id, at, bound.stream().filter(CompletionRule.Bound::bound).count());
        }
    }

    /** A signature of the party was taken back and does not count any more. The caller holds the declaration's lock. */
    void uncounted(Declaration declaration, PartyId party) {
        Instant before = declaration.effectiveAt();
        Instant now = metAt(declaration, party);
        long bound = boundWithout(declaration, party).size();
        if (!parties.unbind(party) || before == null || before.equals(now)) {
            return;
        }
        DeclarationId id = declaration.id();
        declarations.effectiveAnew(id, now);
        audit.append(id, AuditEvent.byService(AuditEventType.EFFECT_UNDONE, Map.of("effectiveAt", before.toString())));
        if (now != null) {
            record(id, now, bound);
        }
    }

    /** Whether the rule of completion, which is met, would not be met without this party. */
    boolean endsWithout(Declaration declaration, PartyId party) {
        return declaration.effectiveAt() != null && metAt(declaration, party) == null;
    }

    /** The instant at which the rule was met by those who were bound, one after the other, without this party. */
    private @Nullable Instant metAt(Declaration declaration, PartyId without) {
        List<Party> all = parties.binding(declaration.id());
        Set<PartyId> bound = new HashSet<>();
        for (Party next : boundWithout(declaration, without)) {
            bound.add(next.id());
            List<CompletionRule.Bound> then = all.stream()
                    .map(one -> new CompletionRule.Bound(one.name(), one.side(), bound.contains(one.id())))
                    .toList();
            if (declaration.terms().rule().isMet(then)) {
                return next.boundAt();
            }
        }
        return null;
    }

    private List<Party> boundWithout(Declaration declaration, PartyId party) {
        return parties.binding(declaration.id()).stream()
                .filter(one -> one.boundAt() != null && !one.id().equals(party))
                .sorted(Comparator.comparing(Party::boundAt))
                .toList();
    }

    private void record(DeclarationId id, Instant at, long bound) {
        audit.append(
                id,
                AuditEvent.byService(
                        AuditEventType.DECLARATION_EFFECTIVE,
                        Map.of("effectiveAt", at.toString(), "parties", Long.toString(bound))));
    }
}
