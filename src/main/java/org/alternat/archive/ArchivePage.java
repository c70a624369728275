package org.alternat.archive;

import java.util.List;

/**
 * One page of what was found.
 *
 * @param number counts from 1
 * @param total how many were found on all pages
 */
public record ArchivePage(List<ArchivedDeclaration> items, int number, long total) {

    /** Declarations on one page. */
    public static final int SIZE = 20;

    public ArchivePage {
        items = List.copyOf(items);
    }

    /** At least 1. */
    public long pages() {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }
}
