package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was bound on which day, by the clock of the declaration's zone: Paris, where a day ends an hour before UTC's. */
@DeclarationSlice
class StatusTableTest {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    StatusTable table;

    @Autowired
    Declarations declarations;

    @Autowired
    InstrumentRows instruments;

    @Autowired
    JdbcClient jdbc;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    DeclarationId original;

    @BeforeEach
    void a_declaration_that_took_effect_with_one_party_and_bound_a_second_one_later() {
        original = declarations.draft(of("CRESS", "TIESS", "Réseau"), organiser);
        bound(original, "CRESS", "2019-11-28T12:05:00Z");
        bound(original, "TIESS", "2019-12-10T22:59:59Z"); // 23:59:59 in Paris
        sealed(original, "2019-11-29T09:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019-11-28 | ''", // signed, not yet in effect
                "2019-11-29 | CRESS",
                "2019-12-09 | CRESS",
                "2019-12-10 | CRESS, TIESS",
                "2020-01-30 | CRESS, TIESS",
                "2020-01-31 | CRESS, TIESS, Noord",
                "2020-02-29 | CRESS, TIESS, Noord",
                "2020-03-01 | TIESS, Noord", // the day it withdrew
                "2020-03-02 | TIESS, Noord",
                "2020-04-01 | TIESS, Noord, CRESS"
            })
    void who_was_bound_when_a_day_ended(LocalDate day, String bound) {
        instrument(InstrumentKind.ACCESSION, "Noord", "2020-01-31T22:30:00Z"); // 23:30 in Paris
        instrument(InstrumentKind.WITHDRAWAL, "CRESS", "2020-03-01T22:59:59Z");
        instrument(InstrumentKind.ACCESSION, "CRESS", "2020-03-31T22:00:00Z"); // midnight, so 1 April in Paris

        assertThat(table.of(original))
                .filteredOn(standing -> standing.isBoundOn(day, PARIS))
                .extracting(Standing::party)
                .containsExactlyElementsOf(bound.isEmpty() ? List.of() : List.of(bound.split(", ", -1)));
    }

    @Test
    void a_reservation_is_noted_with_its_party_from_its_day_on() {
        DeclarationId reservation = instrument(InstrumentKind.RESERVATION, "TIESS", "2020-02-15T10:00:00Z");

        Standing tiess = table.of(original).get(1);

        assertThat(tiess.notesOn(LocalDate.of(2020, 2, 14), PARIS)).isEmpty();
        assertThat(tiess.notesOn(LocalDate.of(2020, 2, 15), PARIS))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.kind()).isEqualTo(InstrumentKind.RESERVATION);
                    assertThat(note.instrument().id()).isEqualTo(reservation);
                });
        assertThat(tiess.until()).isNull();
    }

    @Test
    void what_is_not_sealed_changes_nothing_and_an_original_without_effect_binds_nobody() {
        DeclarationId withdrawal = instrument(InstrumentKind.WITHDRAWAL, "CRESS", "2020-03-01T10:00:00Z");
        jdbc.sql("update declaration set declaration_state = 'CIRCULATING' where id = ?")
                .param(withdrawal.value())
                .update();
        assertThat(table.of(original)).extracting(Standing::until).containsOnlyNulls();

        jdbc.sql("update declaration set effective_at = null where id = ?")
                .param(original.value())
                .update();
        assertThat(table.of(original)).isEmpty();
    }

    private DeclarationId instrument(InstrumentKind kind, String party, String at) {
        DeclarationId id = declarations.draft(of(party), organiser);
        instruments.insert(new Instrument(id, original, kind, new Sha256("0".repeat(64))));
        bound(id, party, at);
        sealed(id, at);
        return id;
    }

    private void bound(DeclarationId id, String party, String at) {
        jdbc.sql("update party set bound_at = ? where declaration_id = ? and name = ?")
                .params(DeclarationRows.stored(Instant.parse(at)), id.value(), party)
                .update();
    }

    private void sealed(DeclarationId id, String effective) {
        jdbc.sql("update declaration set declaration_state = 'ARCHIVED', effective_at = ? where id = ?")
                .params(DeclarationRows.stored(Instant.parse(effective)), id.value())
                .update();
    }

    private static NewDeclaration of(String... parties) {
        return TestDeclarations.of(List.of(parties).stream()
                .map(name -> new NewParty(
                        "Europe", name, "Wallonie", null, List.of(TestDeclarations.signatory("Zoë", name, 1))))
                .toList());
    }
}
