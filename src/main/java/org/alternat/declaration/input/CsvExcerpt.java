package org.alternat.declaration.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The faulty lines of a list of signatories as they were written, so that a fault is seen where it stands. */
public final class CsvExcerpt {

    /** More cells than any list has would only fill the page. */
    private static final int MOST_CELLS = 20;

    private static final int LONGEST_CELL = 80;

    private CsvExcerpt() {}

    /**
     * One line with its faults.
     *
     * @param number from 1, the header being line 1
     * @param cells as they stand between the commas, quotation marks and all; too long ones are cut short
     */
    public record FaultyLine(int number, List<Cell> cells, List<InputError> faults) {}

    /** One cell of a faulty line. */
    public record Cell(String content, boolean faulty) {}

    /** The lines that have a fault, the first one first. Faults of the whole file belong to none. */
    public static List<FaultyLine> of(Upload file, List<InputError> errors) {
        List<String> lines =
                SignatoryCsv.utf8(file).map(text -> text.lines().toList()).orElse(List.of());
        return errors.stream()
                .filter(error -> error.line() != null)
                .collect(Collectors.groupingBy(
                        error -> Objects.requireNonNull(error.line()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(line -> new FaultyLine(
                        line.getKey(),
                        cells(line.getKey() <= lines.size() ? lines.get(line.getKey() - 1) : "", line.getValue()),
                        line.getValue()))
                .toList();
    }

    private static List<Cell> cells(String line, List<InputError> faults) {
        List<Integer> faulty =
                faults.stream().map(fault -> column(fault.field())).toList();
        List<Cell> cells = new ArrayList<>();
        for (String cell : split(line)) {
            boolean isFaulty = faulty.contains(cells.size());
            String content = cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell;
            cells.add(new Cell(content, isFaulty));
            if (cells.size() == MOST_CELLS) {
                break;
            }
        }
        return cells;
    }

    private static int column(String field) {
        return field.equals(SignatoryCsv.ROLE) ? SignatoryCsv.COLUMNS.size() : SignatoryCsv.COLUMNS.indexOf(field);
    }

    /** At the commas that no quotation marks enclose; the marks stay. */
    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int place = 0; place < line.length(); place++) {
            char c = line.charAt(place);
            quoted = (c == '"') != quoted;
            if (c == ',' && !quoted) {
                cells.add(line.substring(start, place));
                start = place + 1;
            }
        }
        cells.add(line.substring(start));
        return cells;
    }
}
