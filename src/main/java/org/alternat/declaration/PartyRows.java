package org.alternat.declaration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.PartyId;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of parties and signatories: who they are and in which order they stand. */
@Component
class PartyRows {

    private static final String BINDING =
            "exists (select 1 from signatory b where b.party_id = party.id and b.signatory_role = 'SIGNATORY')";

    private final JdbcClient jdbc;

    PartyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Party> parties(DeclarationId id) {
        return jdbc.sql("select * from party where declaration_id = ? order by precedence")
                .param(id.value())
                .query(PartyColumns::party)
                .list();
    }

    /** The parties alone: the organisations that somebody signs for. */
    List<Party> binding(DeclarationId id) {
        return jdbc.sql("select * from party where declaration_id = ? and " + BINDING + " order by precedence")
                .param(id.value())
                .query(PartyColumns::party)
                .list();
    }

    /** Whether a party is not bound yet: found without reading the others. */
    boolean anyUnbound(DeclarationId id) {
        return jdbc.sql("select 1 from party where declaration_id = ? and bound_at is null and " + BINDING + " limit 1")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The parties as the rule of completion sees them; one query, because it is asked at every signature. */
    List<CompletionRule.Bound> bound(DeclarationId id) {
        return jdbc.sql("select name, side, bound_at from party where declaration_id = ? and " + BINDING)
                .param(id.value())
                .query((row, n) ->
                        new CompletionRule.Bound(row.getString(1), row.getString(2), row.getObject(3) != null))
                .list();
    }

    /** True when the party is bound from now on: all its signatories have signed and nothing is provisional. */
    boolean bind(PartyId id, Instant at) {
        return jdbc.sql("update party set bound_at = ? where id = ? and bound_at is null and " + BINDING
                                + " and not exists (select 1 from signatory s where s.party_id = party.id"
                                + " and s.signatory_role = 'SIGNATORY' and ((s.signed_at is null and s.paper_at is null)"
                                + " or (s.ad_referendum = true and s.confirmed_at is null)))")
                        .params(DeclarationRows.stored(at), id.value())
                        .update()
                == 1;
    }

    /** True when the party was bound and is not any more: the signature of somebody who binds it was taken back. */
    boolean unbind(PartyId id) {
        return jdbc.sql("update party set bound_at = null where id = ? and bound_at is not null")
                        .param(id.value())
                        .update()
                == 1;
    }

    Optional<Party> party(PartyId id) {
        return jdbc.sql("select * from party where id = ?")
                .param(id.value())
                .query(PartyColumns::party)
                .optional();
    }

    List<Signatory> signatories(DeclarationId id) {
        return jdbc.sql("select * from signatory where declaration_id = ? order by precedence")
                .param(id.value())
                .query(PartyColumns::signatory)
                .list();
    }

    List<Signatory> awaited(DeclarationId id) {
        return jdbc.sql("select * from signatory where declaration_id = ? and round_started = true"
                        + " and round_settled = false order by precedence")
                .param(id.value())
                .query(PartyColumns::signatory)
                .list();
    }

    Optional<Signatory> signatory(SignatoryId id) {
        return jdbc.sql("select * from signatory where id = ?")
                .param(id.value())
                .query(PartyColumns::signatory)
                .optional();
    }

    DeclarationId declarationOf(SignatoryId id) {
        return jdbc.sql("select declaration_id from signatory where id = ?")
                .param(id.value())
                .query((row, n) -> new DeclarationId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(() -> new UnknownDeclarationException(id));
    }

    /** Adds parties with their signatories in the given order, after those that are there; {@link Precedence} numbers them. */
    void insert(DeclarationId id, List<NewParty> parties) {
        int precedence = parties(id).size();
        int last = last(id);
        for (NewParty party : parties) {
            PartyId partyId = insertParty(id, ++precedence, party);
            for (NewSignatory signatory : party.signatories()) {
                insertSignatory(id, partyId, ++last, signatory);
            }
        }
    }

    PartyId insertParty(DeclarationId id, int precedence, NewParty party) {
        PartyId partyId = PartyId.random();
        EmailAddress contact = party.contact();
        jdbc.sql("insert into party (id, declaration_id, precedence, side, name, region, contact)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(partyId.value(), id.value(), precedence, party.side(), party.name(), party.region())
                .param(contact == null ? null : contact.value())
                .update();
        return partyId;
    }

    /** Stands last until {@link Precedence} puts it with its party. */
    void insertSignatory(DeclarationId id, PartyId partyId, NewSignatory signatory) {
        insertSignatory(id, partyId, last(id) + 1, signatory);
    }

    /** Asked once for any number of people: five thousand who each look at all before them take half a minute. */
    private int last(DeclarationId id) {
        return jdbc.sql("select coalesce(max(precedence), 0) from signatory where declaration_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private static @Nullable String address(NewSignatory signatory) {
        return signatory.email() == null ? null : signatory.email().value();
    }

    /** Whether anybody who is asked is named: a release would write to somebody. */
    boolean anyNamed(DeclarationId id) {
        return jdbc.sql("select 1 from signatory where declaration_id = ? and email is not null"
                        + " and signatory_role <> 'OBSERVER' limit 1")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void insertSignatory(DeclarationId id, PartyId partyId, int precedence, NewSignatory signatory) {
        jdbc.sql("insert into signatory (id, declaration_id, party_id, precedence, signing_round, given_name,"
                        + " family_name, capacity, email, language_tag, signatory_role, person_version, round_started,"
                        + " round_settled)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, false, false)")
                .params(
                        SignatoryId.random().value(),
                        id.value(),
                        partyId.value(),
                        precedence,
                        signatory.round(),
                        signatory.givenName(),
                        signatory.familyName(),
                        signatory.capacity())
                .param(address(signatory))
                .params(signatory.locale().toLanguageTag(), signatory.role().name())
                .update();
    }

    void update(SignatoryId id, PartyId partyId, NewSignatory signatory) {
        jdbc.sql("update signatory set party_id = ?, signing_round = ?, given_name = ?, family_name = ?, capacity = ?,"
                        + " email = ?, language_tag = ?, signatory_role = ? where id = ?")
                .params(
                        partyId.value(),
                        signatory.round(),
                        signatory.givenName(),
                        signatory.familyName(),
                        signatory.capacity())
                .param(address(signatory))
                .params(signatory.locale().toLanguageTag(), signatory.role().name(), id.value())
                .update();
    }

    void updateParty(PartyId id, String side, String region, @Nullable EmailAddress contact) {
        jdbc.sql("update party set side = ?, region = ?, contact = ? where id = ?")
                .params(side, region)
                .param(contact == null ? null : contact.value())
                .param(id.value())
                .update();
    }

    void place(PartyId id, int precedence) {
        jdbc.sql("update party set precedence = ? where id = ?")
                .params(precedence, id.value())
                .update();
    }

    void delete(SignatoryId id) {
        jdbc.sql("delete from signatory where id = ?").param(id.value()).update();
    }

    void deleteAll(DeclarationId id) {
        jdbc.sql("delete from signatory where declaration_id = ?")
                .param(id.value())
                .update();
        jdbc.sql("delete from party where declaration_id = ?").param(id.value()).update();
    }
}
