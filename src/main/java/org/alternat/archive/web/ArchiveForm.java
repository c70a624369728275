package org.alternat.archive.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alternat.archive.ArchiveQuery;
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
        @Nullable String to) {

    /** Whether anything but the first field is filled in. */
    public boolean detailed() {
        return !(text(title) + text(party) + text(person) + text(from) + text(to)).isEmpty();
    }

    /** Whether anything is asked for at all. */
    public boolean asks() {
        return detailed() || !text(q).isEmpty();
    }

    /** What it asks for; what cannot be read is named in the errors and left out. */
    ArchiveQuery query(Errors errors) {
        LocalDate first = date("from", text(from), errors);
        LocalDate last = date("to", text(to), errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.rejectValue("to", "archive.search.date.order");
        }
        return new ArchiveQuery(text(q), text(title), text(party), text(person), first, last);
    }

    /** The address of another page of the same search. */
    String href(long page) {
        Map<String, Object> filled = new LinkedHashMap<>();
        filled.put("q", text(q));
        filled.put("title", text(title));
        filled.put("party", text(party));
        filled.put("person", text(person));
        filled.put("from", text(from));
        filled.put("to", text(to));
        filled.values().removeIf(""::equals);
        filled.put("page", page);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/archive");
        filled.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
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
