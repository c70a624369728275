package org.alternat.archive;

import java.util.List;
import org.alternat.archive.Narrowing.Completeness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what a search finds by the values of each facet. */
@Component
class FacetRows {

    private final JdbcClient jdbc;

    FacetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Facets count(ArchiveQuery query) {
        return new Facets(years(query), sides(query), completeness(query));
    }

    private List<Facets.Count> years(ArchiveQuery query) {
        ArchiveConditions conditions = ArchiveConditions.forYears(query);
        return counts(
                "select extract(year from e.closed_on), count(*) from archive_entry e" + conditions.where()
                        + " group by extract(year from e.closed_on) order by 1 desc",
                conditions);
    }

    private List<Facets.Count> sides(ArchiveQuery query) {
        ArchiveConditions conditions = ArchiveConditions.forSides(query);
        return counts(
                "select q.side, count(distinct e.declaration_id) from archive_entry e"
                        + " join party q on q.declaration_id = e.declaration_id" + conditions.where()
                        + " group by q.side order by q.side",
                conditions);
    }

    private List<Facets.Count> completeness(ArchiveQuery query) {
        ArchiveConditions conditions = ArchiveConditions.forCompleteness(query);
        return counts(
                "select found.word, count(*) from (select case when " + ArchiveConditions.SOMEBODY_IS_MISSING
                        + " then '"
                        + Completeness.PARTIAL.word() + "' else '" + Completeness.COMPLETE.word()
                        + "' end as word from archive_entry e" + conditions.where()
                        + ") found group by found.word order by found.word",
                conditions);
    }

    private List<Facets.Count> counts(String sql, ArchiveConditions conditions) {
        return jdbc.sql(sql)
                .params(conditions.arguments())
                .query((row, n) -> new Facets.Count(row.getString(1), row.getLong(2)))
                .list();
    }
}
