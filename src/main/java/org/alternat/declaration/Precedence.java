package org.alternat.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers parties and people without a gap, by the declaration's order of precedence: who signs for the parties, party by
 * party, then witnesses, then those who have no signature field. The parties stand before organisations that are none.
 */
@Component
class Precedence {

    private final JdbcClient jdbc;
    private final PartyRows parties;
    private final DeclarationRows declarations;

    Precedence(JdbcClient jdbc, PartyRows parties, DeclarationRows declarations) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.declarations = declarations;
    }

    /** Drops organisations that nobody belongs to, then numbers what is left. */
    void renumber(DeclarationId id) {
        jdbc.sql("delete from party where declaration_id = ?"
                        + " and not exists (select 1 from signatory s where s.party_id = party.id)")
                .param(id.value())
                .update();
        OrderOfPrecedence order = declarations.find(id).orElseThrow().terms().order();
        List<PartyId> inOrder = organisations(id, order);
        for (int place = 0; place < inOrder.size(); place++) {
            parties.place(inOrder.get(place), place + 1);
        }
        List<UUID> people = people(id, order, inOrder);
        for (int place = 0; place < people.size(); place++) {
            jdbc.sql("update signatory set precedence = ? where id = ?")
                    .params(place + 1, people.get(place))
                    .update();
        }
    }

    private List<PartyId> organisations(DeclarationId id, OrderOfPrecedence order) {
        List<Party> binding = order.parties(parties.binding(id));
        List<PartyId> all = new ArrayList<>(binding.stream().map(Party::id).toList());
        order.parties(parties.parties(id)).stream()
                .map(Party::id)
                .filter(party -> !all.contains(party))
                .toList()
                .forEach(all::add);
        return all;
    }

    private List<UUID> people(DeclarationId id, OrderOfPrecedence order, List<PartyId> inOrder) {
        Map<PartyId, Integer> places = new HashMap<>();
        inOrder.forEach(party -> places.put(party, places.size()));
        List<Signatory> byParty = parties.signatories(id).stream()
                .sorted((one, other) ->
                        Integer.compare(places.getOrDefault(one.partyId(), 0), places.getOrDefault(other.partyId(), 0)))
                .toList();
        List<UUID> people = new ArrayList<>();
        for (SignatoryRole role : SignatoryRole.values()) {
            Map<PartyId, List<Signatory>> groups = new LinkedHashMap<>();
            byParty.stream().filter(person -> person.role() == role).forEach(person -> groups.computeIfAbsent(
                            role == SignatoryRole.WITNESS ? inOrder.get(0) : person.partyId(), key -> new ArrayList<>())
                    .add(person));
            groups.values().forEach(group -> order.people(group, Signatory::familyName, Signatory::givenName)
                    .forEach(person -> people.add(person.id().value())));
        }
        return people;
    }
}
