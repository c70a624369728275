package org.alternat.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of one benchmark: printed as a table, and added to {@code target/benchmarks.json}, which all benchmarks share.
 * A row that answers a question again takes the place of the earlier answer.
 */
public final class BenchmarkRows {

    private static final Path FILE = Path.of("target", "benchmarks.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final String subject;
    private final List<Row> rows = new ArrayList<>();

    /** @param subject whose work is measured, such as {@code alternat} */
    public BenchmarkRows(String subject) {
        this.subject = subject;
    }

    /**
     * Keeps a row.
     *
     * @param work what was done, such as {@code sign-bt}
     * @param n how many, or which one in its order
     * @param size the size in bytes of what was worked on
     * @param bytes how many bytes came out of it, or are stored for it; nought where that is no question
     */
    public void add(String work, int n, long size, Cost cost, long bytes) {
        add(work, n, 0, size, cost, bytes);
    }

    /** Keeps a row of work on several bases. @param baseKb the size of the text that all began with, in kB */
    public void add(String work, int n, int baseKb, long size, Cost cost, long bytes) {
        rows.add(new Row(
                work,
                subject,
                n,
                baseKb,
                rounded(size / 1000.0),
                rounded(cost.cpuMs()),
                rounded(cost.wallMs()),
                bytes));
    }

    /** Prints the table and adds the rows to the file. */
    public void publish() {
        System.out.println();
        System.out.println("| work | subject | n | size kB | CPU ms | wall ms | bytes | per second | of the file |");
        System.out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|");
        rows.forEach(row -> System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %.0f | %.1f | %.1f | %d | %s | %s |%n",
                row.work,
                row.subject,
                row.n,
                row.sizeKb,
                row.cpuMs,
                row.wallMs,
                row.bytes,
                row.work.startsWith("answers-") ? String.format(Locale.ROOT, "%.1f", row.n * 1000 / row.wallMs) : "",
                row.work.equals("stored") ? String.format(Locale.ROOT, "%.2f", row.bytes / row.sizeKb / 1000) : ""));
        try {
            List<Row> all = new ArrayList<>();
            if (Files.exists(FILE)) {
                all.addAll(Arrays.asList(JSON.readValue(Files.readAllBytes(FILE), Row[].class)));
                all.removeIf(old -> rows.stream().anyMatch(old::asksTheSameAs));
            }
            all.addAll(rows);
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, JSON.writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double rounded(double figure) {
        return Math.round(figure * 100) / 100.0;
    }

    record Row(String work, String subject, int n, int baseKb, double sizeKb, double cpuMs, double wallMs, long bytes) {

        boolean asksTheSameAs(Row other) {
            return work.equals(other.work) && subject.equals(other.subject) && n == other.n && baseKb == other.baseKb;
        }
    }
}
