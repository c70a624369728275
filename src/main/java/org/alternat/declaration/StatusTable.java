package org.alternat.declaration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.alternat.shared.DeclarationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is bound by a declaration, since when and until when: computed from the declaration and its sealed instruments, kept
 * nowhere. A party is known by its name, as in the rule of completion.
 */
@Service
@Transactional(readOnly = true)
public class StatusTable {

    private final DeclarationRows declarations;
    private final PartyRows parties;
    private final InstrumentRows instruments;

    StatusTable(DeclarationRows declarations, PartyRows parties, InstrumentRows instruments) {
        this.declarations = declarations;
        this.parties = parties;
        this.instruments = instruments;
    }

    /** Every time that somebody was bound, those of the declaration in order of precedence, then by accession. */
    public List<Standing> of(DeclarationId id) {
        Declaration original = declarations.find(id).orElseThrow(() -> new UnknownDeclarationException(id));
        Instant effective = original.effectiveAt();
        if (!isSealed(original) || effective == null) {
            return List.of();
        }
        List<Standing> table = new ArrayList<>();
        for (Party party : parties.binding(id)) {
            if (party.boundAt() != null) {
                table.add(begun(party, null, later(party.boundAt(), effective)));
            }
        }
        acts(id).forEach(act -> apply(act, table, effective));
        return table;
    }

    private static void apply(Act act, List<Standing> table, Instant effective) {
        Standing open = table.stream()
                .filter(standing -> standing.until() == null
                        && standing.party().equals(act.party().name()))
                .findFirst()
                .orElse(null);
        switch (act.kind()) {
            case ACCESSION -> {
                if (open == null) {
                    table.add(begun(act.party(), act.instrument(), later(act.at(), effective)));
                }
            }
            case WITHDRAWAL -> change(table, open, act, true);
            case RESERVATION, INTERPRETATIVE_DECLARATION, RECTIFICATION -> change(table, open, act, false);
        }
    }

    private static void change(List<Standing> table, @Nullable Standing open, Act act, boolean ends) {
        if (open == null) {
            return;
        }
        List<Standing.Note> notes = new ArrayList<>(open.notes());
        if (!ends) {
            notes.add(new Standing.Note(act.kind(), act.instrument(), act.at()));
        }
        table.set(
                table.indexOf(open),
                new Standing(
                        open.party(),
                        open.side(),
                        open.accession(),
                        open.since(),
                        ends ? act.at() : null,
                        ends ? act.instrument() : null,
                        notes));
    }

    /** What parties have done by instruments, in the order of the instants from which it holds. */
    private List<Act> acts(DeclarationId id) {
        List<Act> acts = new ArrayList<>();
        for (Instrument instrument : instruments.attachedTo(id)) {
            Declaration itself = declarations.find(instrument.id()).orElseThrow();
            Instant effective = itself.effectiveAt();
            if (isSealed(itself) && effective != null) {
                parties.binding(instrument.id()).stream()
                        .filter(party -> party.boundAt() != null)
                        .map(party -> new Act(
                                instrument.kind(),
                                itself,
                                party,
                                later(Objects.requireNonNull(party.boundAt()), effective)))
                        .forEach(acts::add);
            }
        }
        acts.sort(Comparator.comparing(Act::at));
        return acts;
    }

    private static Standing begun(Party party, @Nullable Declaration accession, Instant since) {
        return new Standing(party.name(), party.side(), accession, since, null, null, List.of());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean isSealed(Declaration declaration) {
        return declaration.state() == DeclarationState.SEALED || declaration.state() == DeclarationState.ARCHIVED;
    }

    private record Act(InstrumentKind kind, Declaration instrument, Party party, Instant at) {}
}
