package org.alternat.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The conditions of a query as SQL over {@code archive_entry e}, all of which must hold. */
final class ArchiveConditions {

    static final String PARTY = "PARTY";
    static final String PERSON = "PERSON";

    /** True for an entry in which somebody who was asked to sign has not. */
    static final String SOMEBODY_IS_MISSING =
            "exists (select 1 from signatory s where s.declaration_id = e.declaration_id"
                    + " and s.signatory_role in ('SIGNATORY', 'WITNESS') and s.signed_at is null)";

    private final List<String> texts = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    private ArchiveConditions() {}

    /** The words and dates of a query, without what it is narrowed to. */
    private static ArchiveConditions words(ArchiveQuery query) {
        ArchiveConditions conditions = new ArchiveConditions();
        conditions.eachWord("e.search_all", query.any());
        conditions.eachWord("e.search_title", query.title());
        conditions.eachWordInOneName(PARTY, query.party());
        conditions.eachWordInOneName(PERSON, query.person());
        LocalDate from = query.from();
        if (from != null) {
            conditions.add("e.closed_on >= ?", from);
        }
        LocalDate to = query.to();
        if (to != null) {
            conditions.add("e.closed_on <= ?", to);
        }
        return conditions;
    }

    /** All of a query. */
    static ArchiveConditions of(ArchiveQuery query) {
        return words(query).inYear(query).onSide(query).completed(query);
    }

    /** All but the year. */
    static ArchiveConditions forYears(ArchiveQuery query) {
        return words(query).onSide(query).completed(query);
    }

    /** All but the side. */
    static ArchiveConditions forSides(ArchiveQuery query) {
        return words(query).inYear(query).completed(query);
    }

    /** All but whether somebody is missing. */
    static ArchiveConditions forCompleteness(ArchiveQuery query) {
        return words(query).inYear(query).onSide(query);
    }

    String where() {
        return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
    }

    List<Object> arguments() {
        return arguments;
    }

    private ArchiveConditions inYear(ArchiveQuery query) {
        Integer year = query.narrowing().year();
        if (year != null) {
            add("e.closed_on >= ?", LocalDate.of(year, 1, 1));
            add("e.closed_on <= ?", LocalDate.of(year, 12, 31));
        }
        return this;
    }

    private ArchiveConditions onSide(ArchiveQuery query) {
        String side = query.narrowing().side();
        if (!side.isEmpty()) {
            add("exists (select 1 from party p where p.declaration_id = e.declaration_id and p.side = ?)", side);
        }
        return this;
    }

    private ArchiveConditions completed(ArchiveQuery query) {
        Narrowing.Completeness wanted = query.narrowing().completeness();
        if (wanted != null) {
            texts.add((wanted == Narrowing.Completeness.COMPLETE ? "not " : "") + SOMEBODY_IS_MISSING);
        }
        return this;
    }

    private void add(String text, Object argument) {
        texts.add(text);
        arguments.add(argument);
    }

    private void eachWord(String column, String words) {
        SearchText.words(words).forEach(word -> add(column + " like ?", "%" + word + "%"));
    }

    private void eachWordInOneName(String kind, String words) {
        List<String> wanted = SearchText.words(words);
        if (wanted.isEmpty()) {
            return;
        }
        texts.add("exists (select 1 from archive_name n where n.declaration_id = e.declaration_id"
                + " and n.name_kind = ?" + " and n.search_name like ?".repeat(wanted.size()) + ")");
        arguments.add(kind);
        wanted.forEach(word -> arguments.add("%" + word + "%"));
    }
}
