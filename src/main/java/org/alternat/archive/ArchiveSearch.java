package org.alternat.archive;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what is archived: nothing that still circulates, was withdrawn or stayed incomplete. */
@Service
public class ArchiveSearch {

    private final ArchiveRows rows;
    private final FacetRows facets;

    ArchiveSearch(ArchiveRows rows, FacetRows facets) {
        this.rows = rows;
        this.facets = facets;
    }

    /**
     * One page of what matches, the last closed first.
     *
     * @param page counts from 1; a page behind the last one is empty
     * @throws IllegalArgumentException when the page is below 1
     */
    @Transactional(readOnly = true)
    public ArchivePage find(ArchiveQuery query, int page) {
        if (page < 1) {
            throw new IllegalArgumentException("pages count from 1");
        }
        return rows.search(query, page);
    }

    /** How what matches is spread over years, sides and completeness: each counted as if it were not narrowed itself. */
    @Transactional(readOnly = true)
    public Facets facets(ArchiveQuery query) {
        return facets.count(query);
    }
}
