package org.alternat.judge;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.system.ApplicationHome;

/** How the child is called: the running JVM's own java, the judge's own class path, nothing of our environment. */
final class JudgeCommand {

    private final JudgeProperties properties;

    JudgeCommand(JudgeProperties properties) {
        this.properties = properties;
    }

    ProcessBuilder in(Path workingDirectory) {
        ProcessBuilder builder = new ProcessBuilder(arguments(workingDirectory));
        builder.directory(workingDirectory.toFile());
        // Passwords and PINs come to the service through its environment: none of it is for the child.
        builder.environment().clear();
        return builder;
    }

    private List<String> arguments(Path workingDirectory) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + properties.memory().toMegabytes() + "m",
                // One short run: the second compiler and the parallel collectors would not pay for their start.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + workingDirectory,
                "-Duser.home=" + workingDirectory,
                "-Duser.language=en",
                "-Duser.timezone=UTC",
                "-jar",
                jar().toString());
    }

    private Path jar() {
        Path directory = properties.directory() == null ? besideTheService() : properties.directory();
        Path jar = directory.resolve("alternat-judge.jar").toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new JudgeUnavailableException("There is no judge at " + jar + ": set alternat.judge.directory");
        }
        return jar;
    }

    /** {@code target/alternat.jar} and {@code target/classes} have the same neighbour. */
    private static Path besideTheService() {
        URL here = JudgeCommand.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return here.getProtocol().equals("file")
                    ? Path.of(here.toURI()).resolveSibling("judge")
                    // Inside the packaged jar the address is a nested one, which Boot knows how to read.
                    : new ApplicationHome(JudgeCommand.class).getDir().toPath().resolve("judge");
        } catch (URISyntaxException impossible) {
            throw new JudgeUnavailableException("Cannot tell where the service runs from", impossible);
        }
    }
}
