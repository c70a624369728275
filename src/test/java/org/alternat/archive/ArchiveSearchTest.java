package org.alternat.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.alternat.archive.Narrowing.Completeness;
import org.alternat.archive.SealedDeclarations.Signing;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ArchiveSlice
class ArchiveSearchTest {

    @Autowired
    Archive archive;

    @Autowired
    ArchiveSearch search;

    @Autowired
    SealedDeclarations sealed;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    DeclarationId evaluation;
    DeclarationId water;
    DeclarationId unfinished;

    @BeforeEach
    void two_archived_declarations_and_one_that_is_only_sealed() {
        List.of("archive_name", "archive_entry", "archive_package")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        evaluation = sealed.sealed(
                "Déclaration commune sur l’évaluation de l’impact social",
                new Signing("Europe", "Fédération de l’Œuvre sociale", "Sébastien Łukasiewicz"),
                new Signing("Québec", "Réseau d’innovation", "Émilien Gagné"));
        water = sealed.sealed(
                "Gezamenlijke verklaring over water",
                new Signing("Europe", "Coöperatie Zoë", "Jean Dupont", "Marie Martin"));
        unfinished = sealed.sealed(
                "Déclaration qui attend son archivage", new Signing("Europe", "Fédération", "Jean Attend"));
        for (DeclarationId id : List.of(evaluation, water)) {
            transaction.executeWithoutResult(s -> archive.store(id));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sebastien",
                "Sébastien",
                "SÉBASTIEN",
                "se\u0301bastien",
                "Emilien",
                "Émilien",
                "lukasiewicz",
                "Łukasiewicz",
                "impact évaluation",
                "oeuvre sociale",
                "Œuvre",
                "l'évaluation",
                "innovation reseau",
                "gagn"
            })
    void everything_that_names_it_finds_it_whatever_the_accents_case_or_order(String words) {
        assertThat(found(any(words))).containsExactly(evaluation);
    }

    @ParameterizedTest
    @CsvSource({
        "title,  verklaring WATER, true",
        "title,  dupont,           false",
        "party,  cooperatie zoe,   true",
        "party,  dupont,           false",
        "person, dupont jean,      true",
        "person, jean martin,      false",
        "person, zoe,              false"
    })
    void a_criterion_looks_in_its_own_place_and_within_one_name(String where, String words, boolean finds) {
        ArchiveQuery query = new ArchiveQuery(
                "",
                where.equals("title") ? words : "",
                where.equals("party") ? words : "",
                where.equals("person") ? words : "",
                null,
                null);

        assertThat(found(query)).isEqualTo(finds ? List.of(water) : List.of());
    }

    @Test
    void the_reference_finds_it() {
        assertThat(found(any(archive.find(water).orElseThrow().reference().toLowerCase(java.util.Locale.ROOT))))
                .containsExactly(water);
    }

    @Test
    void only_what_is_archived_is_listed_the_last_closed_first() {
        assertThat(found(ArchiveQuery.EVERYTHING))
                .containsExactly(water, evaluation)
                .doesNotContain(unfinished);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "100%", "' or '1'='1", "x_y"})
    void signs_of_sql_are_no_wildcards(String words) {
        List<DeclarationId> expected = words.matches("[%_]") ? List.of(water, evaluation) : List.of();

        assertThat(found(any(words))).isEqualTo(expected);
    }

    @Test
    void the_day_of_closing_counts_in_the_declaration_s_own_zone_and_both_ends_are_included() {
        LocalDate day = archive.find(water)
                .orElseThrow()
                .closedAt()
                .atZone(ZoneId.of("Europe/Paris"))
                .toLocalDate();

        assertThat(found(between(day, day))).containsExactly(water, evaluation);
        assertThat(found(between(day.plusDays(1), null))).isEmpty();
        assertThat(found(between(null, day.minusDays(1)))).isEmpty();
        assertThat(found(between(null, day))).hasSize(2);
    }

    @Test
    void twenty_stand_on_a_page_and_no_one_is_lost_or_doubled_between_pages() {
        List<DeclarationId> more = new ArrayList<>(List.of(evaluation, water));
        for (int n = 0; n < 43; n++) {
            more.add(copyOf(water, n));
        }

        ArchivePage first = search.find(ArchiveQuery.EVERYTHING, 1);
        List<DeclarationId> seen = new ArrayList<>();
        for (int page = 1; page <= first.pages(); page++) {
            search.find(ArchiveQuery.EVERYTHING, page).items().forEach(item -> seen.add(item.id()));
        }

        assertThat(first.items()).hasSize(20);
        assertThat(first.total()).isEqualTo(45);
        assertThat(first.pages()).isEqualTo(3);
        assertThat(seen).hasSize(45).containsExactlyInAnyOrderElementsOf(more);
        assertThat(search.find(ArchiveQuery.EVERYTHING, 4).items()).isEmpty();
        assertThatThrownBy(() -> search.find(ArchiveQuery.EVERYTHING, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A row for the pages only, closed in the same instant as the others: the order must not depend on it. */
    private DeclarationId copyOf(DeclarationId id, int number) {
        DeclarationId draft = sealed.draft("Kopie " + number, new Signing("Europe", "Coöperatie", "Jean Dupont"));
        jdbc.sql("insert into archive_package select cast(? as uuid), content, content_length, content_sha256"
                        + " from archive_package where declaration_id = ?")
                .params(draft.value(), id.value())
                .update();
        jdbc.sql(
                        "insert into archive_entry select cast(? as uuid), cast(? as varchar), title, zone, closed_at, closed_on,"
                                + " archived_at, parties, signatures, document_revision, document_sha256, search_title, search_all"
                                + " from archive_entry where declaration_id = ?")
                .params(draft.value(), "COPY-" + number, id.value())
                .update();
        return draft;
    }

    @Test
    void facets_count_what_is_found_by_year_side_and_who_is_missing() {
        jdbc.sql("update signatory set signed_at = null where declaration_id = ? and family_name = ?")
                .params(evaluation.value(), "Gagné")
                .update();
        String year = String.valueOf(
                LocalDate.now(java.time.ZoneId.of("Europe/Paris")).getYear());

        Facets all = search.facets(ArchiveQuery.EVERYTHING);

        assertThat(all.sides()).containsExactly(new Facets.Count("Europe", 2), new Facets.Count("Québec", 1));
        assertThat(all.completeness()).containsExactly(new Facets.Count("complete", 1), new Facets.Count("partial", 1));
        assertThat(all.years()).containsExactly(new Facets.Count(year, 2));
        ArchiveQuery partial = narrowed(null, "", Completeness.PARTIAL);
        assertThat(found(partial)).containsExactly(evaluation);
        assertThat(search.facets(partial).completeness()).hasSize(2);
        assertThat(search.facets(partial).sides())
                .containsExactly(new Facets.Count("Europe", 1), new Facets.Count("Québec", 1));
        assertThat(found(narrowed(null, "Québec", null))).containsExactly(evaluation);
        assertThat(found(narrowed(null, "", Completeness.COMPLETE))).containsExactly(water);
        assertThat(found(narrowed(1999, "", null))).isEmpty();
    }

    private static ArchiveQuery narrowed(Integer year, String side, Completeness completeness) {
        return new ArchiveQuery("", "", "", "", null, null, new Narrowing(year, side, completeness));
    }

    private List<DeclarationId> found(ArchiveQuery query) {
        return search.find(query, 1).items().stream()
                .map(ArchivedDeclaration::id)
                .toList();
    }

    private static ArchiveQuery any(String words) {
        return new ArchiveQuery(words, "", "", "", null, null);
    }

    private static ArchiveQuery between(LocalDate from, LocalDate to) {
        return new ArchiveQuery("", "", "", "", from, to);
    }
}
