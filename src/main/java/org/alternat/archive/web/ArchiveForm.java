package org.alternat.archive.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alternat.archive.ArchiveQuery;
import org.alternat.archive.Narrowing;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.util.UriComponentsBuilder;

/** The search form as it was typed. */
record ArchiveForm(
        @Nullable String q,
        @Nullable String title,
        @Nullable String party,
        @Nullable String person,
        @Nullable String from,
        @Nullable String to,
        @Nullable String year,
        @Nullable String side,
        @Nullable String state) {

    /** Whether anything but the first field is filled in. */
    public boolean detailed() {
        return !(text(title) + text(party) + text(person) + text(from) + text(to)).isEmpty();
    }

    /** Whether anything is asked for at all. */
    public boolean asks() {
        return detailed() || narrowed() || !text(q).isEmpty();
    }

    /** Whether the answer is narrowed to a year, a side or a state. */
    public boolean narrowed() {
        return !(text(year) + text(side) + text(state)).isEmpty();
    }

    /** What it asks for; what cannot be read is named in the errors and left out. */
    ArchiveQuery query(Errors errors) {
        LocalDate first = date("from", text(from), errors);
        LocalDate last = date("to", text(to), errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.rejectValue("to", "archive.search.date.order");
        }
        return new ArchiveQuery(text(q), text(title), text(party), text(person), first, last, narrowing());
    }

    /** Only links fill these in: what nobody offers narrows to nothing. */
    private Narrowing narrowing() {
        Integer number = text(year).matches("[12][0-9]{3}") ? Integer.valueOf(text(year)) : null;
        return new Narrowing(
                number, text(side), Narrowing.Completeness.of(text(state)).orElse(null));
    }

    /** The address of another page of the same search. */
    String href(long page) {
        Map<String, String> filled = filled();
        filled.put("page", Long.toString(page));
        return href(filled);
    }

    /** The address of the same search narrowed to a value of a facet, or no longer; its first page. */
    String href(String facet, String value) {
        Map<String, String> filled = filled();
        filled.put(facet, value);
        return href(filled);
    }

    private Map<String, String> filled() {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("q", text(q));
        filled.put("title", text(title));
        filled.put("party", text(party));
        filled.put("person", text(person));
        filled.put("from", text(from));
        filled.put("to", text(to));
        filled.put("year", text(year));
        filled.put("side", text(side));
        filled.put("state", text(state));
        return filled;
    }

    private static String href(Map<String, String> filled) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/archive");
        filled.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(filled).toUriString();
    }

    private static @Nullable LocalDate date(String field, String typed, Errors errors) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            errors.rejectValue(field, "archive.search.date.invalid");
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
