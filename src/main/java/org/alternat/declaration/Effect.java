package org.alternat.declaration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PartyId;
import org.springframework.stereotype.Component;

/** Reckons since when a party is bound and since when the declaration has effect; each is recorded once. */
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
            long parties = bound.stream().filter(CompletionRule.Bound::bound).count();
            audit.append(
                    id,
                    AuditEvent.byService(
                            AuditEventType.DECLARATION_EFFECTIVE,
                            Map.of("effectiveAt", at.toString(), "parties", Long.toString(parties))));
        }
    }
}
