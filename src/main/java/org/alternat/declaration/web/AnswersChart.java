package org.alternat.declaration.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;

/**
 * The answers of a circulation against its deadline: two lines that climb, drawn on the server as paths of an SVG of
 * {@link #WIDTH} by {@link #HEIGHT}, and the same figures as a table.
 *
 * @param answers the line of all answers, from the release to {@code now}
 * @param refusals the line of the refusals among them
 * @param deadline the deadline's place from the left
 * @param now the present's place from the left; of a circulation that is over, its end's
 * @param days each day that brought an answer, in the declaration's zone
 * @param asked how many answers there can be
 */
public record AnswersChart(
        String answers,
        String refusals,
        String deadline,
        String now,
        Instant from,
        Instant to,
        List<Day> days,
        int asked) {

    static final int WIDTH = 600;
    static final int HEIGHT = 160;

    /** Room for a line that lies on the edge. */
    private static final int EDGE = 4;

    /**
     * What one day brought.
     *
     * @param total with all days before it
     */
    public record Day(LocalDate day, int answers, int refusals, int total) {}

    static AnswersChart of(Declaration declaration, List<Signatory> signatories, Instant present) {
        List<Signatory> asked =
                signatories.stream().filter(one -> one.role().isAsked()).toList();
        List<Instant> answers = answers(asked, false);
        Instant from = Objects.requireNonNullElse(declaration.releasedAt(), declaration.createdAt());
        Instant closed = declaration.closedAt();
        Instant end = closed == null ? present : closed;
        Instant to = end.isAfter(declaration.deadline()) ? end : declaration.deadline();
        Scale scale = new Scale(from, to, Math.max(1, asked.size()));
        return new AnswersChart(
                scale.line(answers, end),
                scale.line(answers(asked, true), end),
                scale.x(declaration.deadline()),
                scale.x(end),
                from,
                to,
                days(declaration, asked),
                asked.size());
    }

    /** How many have answered. */
    public int answered() {
        return days.isEmpty() ? 0 : days.get(days.size() - 1).total();
    }

    public int refused() {
        return days.stream().mapToInt(Day::refusals).sum();
    }

    private static List<Instant> answers(List<Signatory> asked, boolean refusalsOnly) {
        return asked.stream()
                .filter(one -> !refusalsOnly || one.state() == SignatoryState.REFUSED)
                .flatMap(one -> Stream.ofNullable(one.answeredAt()))
                .sorted()
                .toList();
    }

    private static List<Day> days(Declaration declaration, List<Signatory> asked) {
        Map<LocalDate, int[]> counts = new TreeMap<>();
        for (Signatory one : asked) {
            Instant at = one.answeredAt();
            if (at != null) {
                int[] ofDay =
                        counts.computeIfAbsent(at.atZone(declaration.zone()).toLocalDate(), day -> new int[2]);
                ofDay[0]++;
                ofDay[1] += one.state() == SignatoryState.REFUSED ? 1 : 0;
            }
        }
        List<Day> days = new ArrayList<>();
        int total = 0;
        for (Map.Entry<LocalDate, int[]> day : counts.entrySet()) {
            total += day.getValue()[0];
            days.add(new Day(day.getKey(), day.getValue()[0], day.getValue()[1], total));
        }
        return days;
    }

    private record Scale(Instant from, Instant to, int most) {

        String x(Instant at) {
            double whole = Math.max(1, Duration.between(from, to).toMillis());
            double share = Duration.between(from, at).toMillis() / whole;
            return number(Math.max(0, Math.min(1, share)) * WIDTH);
        }

        private String y(int count) {
            return number(HEIGHT - EDGE - (double) count / most * (HEIGHT - 2 * EDGE));
        }

        /** A step for each answer. */
        String line(List<Instant> answers, Instant end) {
            StringBuilder path = new StringBuilder("M0 ").append(y(0));
            for (int count = 1; count <= answers.size(); count++) {
                path.append('H').append(x(answers.get(count - 1))).append('V').append(y(count));
            }
            return path.append('H').append(x(end)).toString();
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
