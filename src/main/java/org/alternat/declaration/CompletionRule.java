package org.alternat.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who must have signed for a declaration to take effect. It counts parties, not people, and is written as conditions that
 * must all hold: {@code all}, {@code all of "Québec"}, {@code 15 of "Europe"}, {@code 20 of all}, {@code party "TIESS"},
 * joined by {@code and}. A quotation mark within a name is doubled; a name of one word needs none.
 */
public record CompletionRule(List<Condition> conditions) {

    /** Every party. */
    public static final CompletionRule ALL = new CompletionRule(List.of(new All(null)));

    /** Longest rule, in characters. */
    public static final int MAX_LENGTH = 4000;

    private static final String NAME = "(?:\"((?:[^\"]|\"\")+)\"|([^\\s\"]+))";
    private static final Pattern CONDITION = Pattern.compile("\\s*(?:(all)(?:\\s+of\\s+" + NAME
            + ")?|([1-9][0-9]{0,3})\\s+of\\s+" + NAME + "|party\\s+" + NAME + ")(?:\\s+(and)\\s+|\\s*$)");

    /** One thing that must hold. */
    public sealed interface Condition {
        boolean holds(List<Bound> parties);

        Optional<Fault> fault(List<Bound> parties);
    }

    /** Every party, or every party of a side. */
    public record All(@Nullable String side) implements Condition {
        @Override
        public boolean holds(List<Bound> parties) {
            return count(parties, side) > 0
                    && parties.stream().filter(party -> party.isOf(side)).allMatch(Bound::bound);
        }

        @Override
        public Optional<Fault> fault(List<Bound> parties) {
            return side == null ? Optional.empty() : unknownSide(side, parties);
        }

        @Override
        public String toString() {
            return side == null ? "all" : "all of " + quoted(side);
        }
    }

    /** So many parties, of a side or of all. */
    public record AtLeast(int number, @Nullable String side) implements Condition {

        public AtLeast {
            if (number < 1) {
                throw new IllegalArgumentException("a rule asks for at least one party");
            }
        }

        @Override
        public boolean holds(List<Bound> parties) {
            return parties.stream()
                            .filter(party -> party.isOf(side) && party.bound())
                            .count()
                    >= number;
        }

        @Override
        public Optional<Fault> fault(List<Bound> parties) {
            Optional<Fault> unknown = side == null ? Optional.empty() : unknownSide(side, parties);
            int there = count(parties, side);
            return unknown.isPresent() || there >= number
                    ? unknown
                    : Optional.of(new Fault(Fault.Kind.TOO_MANY, Objects.requireNonNullElse(side, ""), number, there));
        }

        @Override
        public String toString() {
            return number + " of " + (side == null ? "all" : quoted(side));
        }
    }

    /** A party by its name. */
    public record Named(String party) implements Condition {
        @Override
        public boolean holds(List<Bound> parties) {
            return parties.stream().anyMatch(one -> one.name().equals(party) && one.bound());
        }

        @Override
        public Optional<Fault> fault(List<Bound> parties) {
            return parties.stream().anyMatch(one -> one.name().equals(party))
                    ? Optional.empty()
                    : Optional.of(new Fault(Fault.Kind.UNKNOWN_PARTY, party, 1, 0));
        }

        @Override
        public String toString() {
            return "party " + quoted(party);
        }
    }

    /**
     * A party as the rule sees it.
     *
     * @param bound every signatory of it has signed, and nothing of that is provisional
     */
    public record Bound(String name, String side, boolean bound) {
        boolean isOf(@Nullable String wanted) {
            return wanted == null || side.equals(wanted);
        }
    }

    /**
     * Why no signature could ever meet a rule.
     *
     * @param name the side or party; empty for all parties
     * @param asked how many the rule asks for
     * @param there how many there are
     */
    public record Fault(Kind kind, String name, int asked, int there) {
        /** The kinds of fault. */
        public enum Kind {
            UNKNOWN_SIDE,
            UNKNOWN_PARTY,
            TOO_MANY
        }
    }

    public CompletionRule {
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("a rule has a condition");
        }
        conditions = List.copyOf(conditions);
    }

    /** Reads what {@link #toString} writes; empty when it is no rule. */
    public static Optional<CompletionRule> parse(String text) {
        List<Condition> conditions = new ArrayList<>();
        Matcher matcher = CONDITION.matcher(text);
        boolean more = text.length() <= MAX_LENGTH;
        int from = 0;
        while (more && matcher.find(from) && matcher.start() == from) {
            conditions.add(condition(matcher));
            from = matcher.end();
            more = matcher.group(9) != null;
        }
        return from == text.length() && !more && !conditions.isEmpty()
                ? Optional.of(new CompletionRule(conditions))
                : Optional.empty();
    }

    /** True when one party that is not bound decides that the rule is not met, whatever else it asks for. */
    public boolean needsEveryParty() {
        return conditions.contains(new All(null));
    }

    /** True once the parties that are bound suffice. */
    public boolean isMet(List<Bound> parties) {
        return conditions.stream().allMatch(condition -> condition.holds(parties));
    }

    /** The first reason why these parties could not meet it even if all of them signed. */
    public Optional<Fault> fault(List<Bound> parties) {
        return conditions.stream()
                .flatMap(condition -> condition.fault(parties).stream())
                .findFirst();
    }

    /** For the table, the API and the archive. */
    @Override
    public String toString() {
        return conditions.stream().map(Condition::toString).collect(Collectors.joining(" and "));
    }

    private static Condition condition(Matcher matcher) {
        if (matcher.group(1) != null) {
            return new All(name(matcher, 2));
        }
        if (matcher.group(4) != null) {
            boolean all = "all".equals(matcher.group(6));
            return new AtLeast(Integer.parseInt(matcher.group(4)), all ? null : name(matcher, 5));
        }
        return new Named(Objects.requireNonNull(name(matcher, 7)));
    }

    private static @Nullable String name(Matcher matcher, int group) {
        String quoted = matcher.group(group);
        return quoted == null ? matcher.group(group + 1) : quoted.replace("\"\"", "\"");
    }

    private static Optional<Fault> unknownSide(String side, List<Bound> parties) {
        return count(parties, side) > 0
                ? Optional.empty()
                : Optional.of(new Fault(Fault.Kind.UNKNOWN_SIDE, side, 1, 0));
    }

    private static int count(List<Bound> parties, @Nullable String side) {
        return (int) parties.stream().filter(party -> party.isOf(side)).count();
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
