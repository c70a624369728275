package org.alternat.benchmark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.alternat.shared.PdfBytes;

/** EU DSS at the same work, in a process of its own: it cannot share our class path (decision 0003). */
final class DssProcess {

    private static final Path JUDGE = Path.of("target", "judge");
    private static final Path SOURCE = Path.of("src", "judge", "benchmark", "DssBenchmark.java");

    private DssProcess() {}

    /** What its signatures show on the page. */
    enum Appearance {
        VISIBLE,
        PLAIN
    }

    /** One figure that it printed. */
    record Figure(String work, int n, Series.Made made) {}

    static List<Figure> run(
            Path folder, PdfBytes prepared, int signatures, Appearance appearance, boolean untilArchived)
            throws Exception {
        Path base = Files.write(folder.resolve("base.pdf"), prepared.toByteArray());
        Path output = folder.resolve("dss.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx4g",
                "-cp",
                JUDGE + "/*",
                SOURCE.toString(),
                base.toString(),
                Integer.toString(signatures),
                appearance.name().toLowerCase(Locale.ROOT)));
        if (untilArchived) {
            command.add("lta");
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(30, TimeUnit.MINUTES);
        String said = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("DSS did not come to an end:\n" + said);
        }
        return said.lines().map(DssProcess::figure).toList();
    }

    private static Figure figure(String line) {
        String[] parts = line.split(" ");
        return new Figure(
                parts[0],
                Integer.parseInt(parts[1]),
                new Series.Made(
                        Long.parseLong(parts[2]),
                        new Cost(Double.parseDouble(parts[3]), Double.parseDouble(parts[4])),
                        Long.parseLong(parts[5])));
    }
}
