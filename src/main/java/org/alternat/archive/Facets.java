package org.alternat.archive;

import java.util.List;

/**
 * How many of what was found fall under each value, every other condition kept.
 *
 * @param years the latest first
 * @param sides by name
 * @param completeness by {@link Narrowing.Completeness#word}
 */
public record Facets(List<Count> years, List<Count> sides, List<Count> completeness) {

    public Facets {
        years = List.copyOf(years);
        sides = List.copyOf(sides);
        completeness = List.copyOf(completeness);
    }

    /** One value of a facet. */
    public record Count(String value, long declarations) {}
}
