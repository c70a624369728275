package org.alternat.declaration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.alternat.document.DocumentText;
import org.alternat.document.Revisions;
import org.springframework.stereotype.Component;

/** What keeps the draft of an instrument from being released; any other draft passes. */
@Component
class InstrumentCheck implements ReleaseCondition {

    private final InstrumentRows instruments;
    private final DeclarationRows declarations;
    private final PartyRows parties;
    private final StatusTable table;
    private final Revisions revisions;

    InstrumentCheck(
            InstrumentRows instruments,
            DeclarationRows declarations,
            PartyRows parties,
            StatusTable table,
            Revisions revisions) {
        this.instruments = instruments;
        this.declarations = declarations;
        this.parties = parties;
        this.table = table;
        this.revisions = revisions;
    }

    @Override
    public List<Hindrance> of(Declaration draft) {
        return instruments
                .find(draft.id())
                .map(instrument -> of(draft, instrument))
                .orElse(List.of());
    }

    private List<Hindrance> of(Declaration draft, Instrument instrument) {
        Set<String> bound = table.of(instrument.originalId()).stream()
                .filter(standing -> standing.until() == null)
                .map(Standing::party)
                .collect(Collectors.toSet());
        boolean joins = instrument.kind().joins();
        for (Party party : parties.binding(draft.id())) {
            if (bound.contains(party.name()) == joins) {
                MoveOutcome outcome = joins ? MoveOutcome.ALREADY_A_PARTY : MoveOutcome.NOT_A_PARTY;
                return List.of(new Hindrance(outcome, Hindrance.PARTIES));
            }
        }
        Declaration original = declarations.find(instrument.originalId()).orElseThrow();
        boolean quotes = DocumentText.quotes(
                revisions.read(draft.id()),
                original.reference(),
                instrument.originalSha256().hex());
        return quotes ? List.of() : List.of(new Hindrance(MoveOutcome.WITHOUT_QUOTATION, Hindrance.TEXT));
    }
}
