package org.alternat.declaration;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which order parties and their signature blocks stand. It depends on what they are called and never on who signs when.
 * Written as {@code fixed list} or {@code alphabetical in fr}, then {@code , by side}, then {@code , host first "CRESS"} or
 * {@code , host last "CRESS"}.
 *
 * @param language whose alphabet orders the names; null for the list as it was entered
 * @param bySide whether the parties of a side stay together, the sides as they first appear
 * @param host the party that stands first or last whatever its name
 */
public record OrderOfPrecedence(
        @Nullable Locale language, boolean bySide, @Nullable Host host) {

    /** As entered. */
    public static final OrderOfPrecedence FIXED_LIST = new OrderOfPrecedence(null, false, null);

    private static final Pattern FORM = Pattern.compile(
            "(?:fixed list|alphabetical in (fr|nl|en))(, by side)?(?:, host (first|last) \"((?:[^\"]|\"\")+)\")?");

    /** The party that receives the others. */
    public record Host(String party, boolean first) {}

    public OrderOfPrecedence {
        if (language != null && !Languages.OF_TEXTS.contains(language)) {
            throw new IllegalArgumentException("an alphabet is that of a known language");
        }
    }

    /** Reads what {@link #toString} writes; empty when it is no order. */
    public static Optional<OrderOfPrecedence> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String tag = matcher.group(1);
        String host = matcher.group(4);
        return Optional.of(new OrderOfPrecedence(
                tag == null ? null : Locale.forLanguageTag(tag),
                matcher.group(2) != null,
                host == null ? null : new Host(host.replace("\"\"", "\""), "first".equals(matcher.group(3)))));
    }

    /** The parties in this order; those that it does not tell apart stay as they are. */
    public List<Party> parties(List<Party> entered) {
        List<Party> ordered = new ArrayList<>(entered);
        names().ifPresent(names -> ordered.sort(Comparator.comparing(Party::name, names)));
        if (bySide) {
            List<String> sides = entered.stream().map(Party::side).distinct().toList();
            ordered.sort(Comparator.comparingInt(party -> sides.indexOf(party.side())));
        }
        if (host != null) {
            boolean before = host.first();
            ordered.sort(Comparator.comparing((Party party) -> party.name().equals(host.party()) != before));
        }
        return List.copyOf(ordered);
    }

    /** People of one party, or witnesses, in this order: by family name, then by given name. */
    <T> List<T> people(List<T> entered, Function<T, String> familyName, Function<T, String> givenName) {
        return names().map(names -> entered.stream()
                        .sorted(Comparator.comparing(familyName, names).thenComparing(givenName, names))
                        .toList())
                .orElse(entered);
    }

    @Override
    public String toString() {
        String text = language == null ? "fixed list" : "alphabetical in " + language.toLanguageTag();
        text += bySide ? ", by side" : "";
        return host == null
                ? text
                : text + ", host " + (host.first() ? "first" : "last") + " \""
                        + host.party().replace("\"", "\"\"") + "\"";
    }

    /**
     * Blanks and apostrophes separate no words here: "Van den Broeck" stands under V and "D'Hondt" under D, each as if written
     * in one word, which is the Belgian custom; accents only decide between names that are otherwise equal.
     */
    private Optional<Comparator<String>> names() {
        if (language == null) {
            return Optional.empty();
        }
        Collator collator = Collator.getInstance(language);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        Function<String, String> letters = name -> name.replaceAll("[\\s\\p{Punct}\u2019\u2018\u00a0\u202f-]+", "");
        return Optional.of(Comparator.comparing(letters, collator::compare).thenComparing(Comparator.naturalOrder()));
    }
}
