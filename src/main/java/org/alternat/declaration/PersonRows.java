package org.alternat.declaration;

import java.time.Instant;
import org.alternat.shared.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds a signatory's place now, and who held it before. */
@Component
class PersonRows {

    private final PartyRows parties;
    private final JdbcClient jdbc;

    PersonRows(PartyRows parties, JdbcClient jdbc) {
        this.parties = parties;
        this.jdbc = jdbc;
    }

    /** Keeps the earlier person and seats the new one, who has not been invited yet. */
    void replace(Signatory before, Person person, Instant at) {
        jdbc.sql("insert into signatory_person (signatory_id, person_version, given_name, family_name, capacity, email,"
                        + " language_tag, left_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        before.id().value(),
                        before.version(),
                        before.givenName(),
                        before.familyName(),
                        before.capacity(),
                        before.email().value(),
                        before.locale().toLanguageTag(),
                        DeclarationRows.stored(at))
                .update();
        jdbc.sql("update signatory set given_name = ?, family_name = ?, capacity = ?, email = ?, language_tag = ?,"
                        + " person_version = person_version + 1, invited_at = null where id = ?")
                .params(
                        person.givenName(),
                        person.familyName(),
                        person.capacity(),
                        person.email().value(),
                        person.locale().toLanguageTag(),
                        before.id().value())
                .update();
    }

    /** The rule of the draft: one address signs once for a party. For two parties it signs twice. */
    boolean signsForTheParty(Signatory place, EmailAddress email) {
        return parties.signatories(place.declarationId()).stream()
                .filter(other -> other.partyId().equals(place.partyId()))
                .filter(other -> !other.id().equals(place.id()))
                .anyMatch(other -> other.email().sameMailboxAs(email));
    }
}
