package org.alternat.declaration;

import java.time.Instant;
import java.util.Locale;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;
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

    /**
     * Keeps the earlier person and seats the new one, who has not been invited yet. A delegate of the same name, at another
     * address for instance, stays one; anybody else acts in their own name.
     */
    void replace(Signatory before, Person person, Instant at) {
        boolean sameName = before.givenName().equals(person.givenName())
                && before.familyName().equals(person.familyName());
        seat(before, person, sameName ? before.onBehalfOf() : null, at);
    }

    /** As {@link #replace}; the new person acts for the earlier one. */
    void delegate(Signatory before, Person person, Instant at) {
        seat(before, person, before.fullName(), at);
    }

    private void seat(Signatory before, Person person, @Nullable String onBehalfOf, Instant at) {
        if (before.isNamed()) {
            keep(before, at);
        }
        sit(before, person, onBehalfOf);
    }

    private void keep(Signatory before, Instant at) {
        jdbc.sql("insert into signatory_person (signatory_id, person_version, given_name, family_name, capacity, email,"
                        + " language_tag, left_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        before.id().value(),
                        before.version(),
                        before.givenName(),
                        before.familyName(),
                        before.capacity(),
                        before.mailbox().value(),
                        before.locale().toLanguageTag(),
                        DeclarationRows.stored(at))
                .update();
    }

    private void sit(Signatory before, Person person, @Nullable String onBehalfOf) {
        jdbc.sql("update signatory set given_name = ?, family_name = ?, capacity = ?, email = ?, language_tag = ?,"
                        + " on_behalf_of = ?, person_version = person_version + 1, invited_at = null where id = ?")
                .params(
                        person.givenName(),
                        person.familyName(),
                        person.capacity(),
                        person.email().value(),
                        person.locale().toLanguageTag())
                .param(onBehalfOf)
                .param(before.id().value())
                .update();
    }

    /** Who holds the place as the person of this version, now or before. */
    Person holder(SignatoryId id, int version) {
        Signatory place = parties.signatory(id).orElseThrow();
        return place.version() == version
                ? Person.of(place)
                : jdbc.sql("select * from signatory_person where signatory_id = ? and person_version = ?")
                        .params(id.value(), version)
                        .query((row, n) -> new Person(
                                row.getString("given_name"),
                                row.getString("family_name"),
                                row.getString("capacity"),
                                new EmailAddress(row.getString("email")),
                                Locale.forLanguageTag(row.getString("language_tag"))))
                        .single();
    }

    /** The rule of the draft: one address signs once for a party. For two parties it signs twice. */
    boolean signsForTheParty(Signatory place, EmailAddress email) {
        return parties.signatories(place.declarationId()).stream()
                .filter(other -> other.partyId().equals(place.partyId()))
                .filter(other -> !other.id().equals(place.id()))
                .anyMatch(other -> other.isAt(email));
    }
}
