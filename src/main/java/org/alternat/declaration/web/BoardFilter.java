package org.alternat.declaration.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which signatories the board shows, in which order; as the address of the page says it. What an address does not say, or
 * says wrongly, does not filter.
 *
 * @param state only those who stand there
 * @param side only the parties of this side; empty for all
 * @param language only those whose letters are in this language (BCP 47); empty for all
 * @param page of {@link #PAGE} signatories, from 1
 */
public record BoardFilter(@Nullable SignatoryState state, String side, String language, Sort sort, int page) {

    /** What one page shows of a declaration with very many signatories. */
    static final int PAGE = 100;

    static final BoardFilter ALL = new BoardFilter(null, "", "", Sort.PRECEDENCE, 1);

    /** The orders that an organiser may want within a side. */
    public enum Sort {
        PRECEDENCE,
        PARTY,
        PERSON,
        STATE,
        EVENT;

        Comparator<BoardTable.Row> order() {
            return switch (this) {
                case PRECEDENCE ->
                    Comparator.comparingInt(row -> row.signatory().precedence());
                case PARTY -> Comparator.comparing(row -> row.party().name(), String.CASE_INSENSITIVE_ORDER);
                case PERSON ->
                    Comparator.comparing(
                                    (BoardTable.Row row) -> row.signatory().familyName(), String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(row -> row.signatory().givenName());
                case STATE -> Comparator.comparing(row -> row.signatory().state());
                case EVENT ->
                    Comparator.comparing(
                            BoardTable.Row::lastAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder()));
            };
        }
    }

    static BoardFilter of(Map<String, String> parameters) {
        return new BoardFilter(
                named(SignatoryState.values(), parameters.get("state")).orElse(null),
                parameters.getOrDefault("side", ""),
                parameters.getOrDefault("language", ""),
                named(Sort.values(), parameters.get("sort")).orElse(Sort.PRECEDENCE),
                number(parameters.getOrDefault("page", "")));
    }

    boolean shows(BoardTable.Row row) {
        Signatory one = row.signatory();
        return (state == null || one.state() == state)
                && (side.isEmpty() || row.party().side().equals(side))
                && (language.isEmpty() || one.locale().toLanguageTag().equals(language));
    }

    /** True when some signatories may be hidden. */
    public boolean narrows() {
        return state != null || !side.isEmpty() || !language.isEmpty();
    }

    /** The same choice as a query, on another page of it; empty for everything in order of precedence. */
    public String query(int otherPage) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        if (state != null) {
            query.queryParam("state", state);
        }
        if (!side.isEmpty()) {
            query.queryParam("side", "{side}");
        }
        if (!language.isEmpty()) {
            query.queryParam("language", "{language}");
        }
        if (sort != Sort.PRECEDENCE) {
            query.queryParam("sort", sort);
        }
        if (otherPage > 1) {
            query.queryParam("page", otherPage);
        }
        return query.encode()
                .buildAndExpand(Map.of("side", side, "language", language))
                .toUriString();
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    private static int number(String text) {
        return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
    }
}
