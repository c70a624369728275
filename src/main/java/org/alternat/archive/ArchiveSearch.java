package org.alternat.archive;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what is archived: nothing that still circulates, was withdrawn or stayed incomplete. */
@Service
public class ArchiveSearch {

    private final ArchiveRows rows;

    ArchiveSearch(ArchiveRows rows) {
        this.rows = rows;
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
}
