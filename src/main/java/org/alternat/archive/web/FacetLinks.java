package org.alternat.archive.web;

import java.util.List;
import org.alternat.archive.Facets;
import org.jspecify.annotations.Nullable;

/** One facet of an answer as links: each narrows the search to a value, the chosen one takes the narrowing away. */
record FacetLinks(String name, List<Link> links) {

    /**
     * @param value as the declaration has it, or the last part of a message key
     * @param href of the first page of that answer
     */
    record Link(String value, long declarations, String href, boolean chosen) {}

    static List<FacetLinks> of(Facets facets, ArchiveForm form) {
        return List.of(
                links("year", facets.years(), form.year(), form),
                links("side", facets.sides(), form.side(), form),
                links("state", facets.completeness(), form.state(), form));
    }

    private static FacetLinks links(String name, List<Facets.Count> counts, @Nullable String chosen, ArchiveForm form) {
        return new FacetLinks(
                name,
                counts.stream()
                        .map(count -> {
                            boolean now = count.value().equals(chosen);
                            return new Link(
                                    count.value(),
                                    count.declarations(),
                                    form.href(name, now ? "" : count.value()),
                                    now);
                        })
                        .toList());
    }
}
