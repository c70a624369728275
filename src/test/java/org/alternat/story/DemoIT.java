package org.alternat.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar alternat.jar --demo} in an empty folder: twenty-four people sign the sample over real HTTP. */
class DemoIT {

    @TempDir
    Path folder;

    @Test
    void the_demonstration_ends_well_and_says_where_its_files_are() throws Exception {
        Path said = folder.resolve("said");
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of("target", "alternat.jar").toAbsolutePath().toString(),
                        "--demo")
                .directory(Files.createDirectory(folder.resolve("empty")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(demo.waitFor(4, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            demo.destroyForcibly().waitFor();
        }

        List<String> lines = Files.readAllLines(said);
        assertThat(demo.exitValue()).as(String.join("\n", lines)).isZero();
        assertThat(lines)
                .filteredOn(line -> line.contains("PAdES-BASELINE-LTA"))
                .hasSize(24);
        List<String> last = lines.subList(lines.size() - 3, lines.size());
        assertThat(last.get(0)).isEqualTo("signatures 24");
        assertThat(Path.of(last.get(1).replaceFirst("^sealed ", ""))).isRegularFile();
        assertThat(Path.of(last.get(2).replaceFirst("^package ", ""))).isRegularFile();
    }
}
