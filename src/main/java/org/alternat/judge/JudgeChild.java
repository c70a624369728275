package org.alternat.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.FileSystemUtils;

/** One run of the child: bytes in, bytes out, gone within the time limit whatever happens. */
final class JudgeChild {

    private static final int LONGEST_ANSWER = 128 << 20;
    private static final int LONGEST_COMPLAINT = 2_000;
    private static final int SECONDS_TO_DRAIN = 10;

    private static final Executor PIPES = task -> {
        Thread thread = new Thread(task, "judge-pipe");
        thread.setDaemon(true);
        thread.start();
    };

    private final JudgeCommand command;
    private final Duration limit;

    JudgeChild(JudgeCommand command, Duration limit) {
        this.command = command;
        this.limit = limit;
    }

    byte[] ask(byte[] request) throws InterruptedException {
        Path workingDirectory = null;
        Process process = null;
        try {
            workingDirectory = Files.createTempDirectory("alternat-judge-");
            process = command.in(workingDirectory).start();
            return converse(process, request);
        } catch (IOException e) {
            throw new JudgeUnavailableException("The judge could not be started", e);
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
            if (workingDirectory != null) {
                FileSystemUtils.deleteRecursively(workingDirectory.toFile());
            }
        }
    }

    /** A thread for each pipe: a child that stops reading, or writes without end, must not be able to hold us. */
    private byte[] converse(Process process, byte[] request) throws InterruptedException {
        CompletableFuture<Void> asked =
                CompletableFuture.runAsync(() -> write(process.getOutputStream(), request), PIPES);
        CompletableFuture<byte[]> answered = reading(process.getInputStream(), LONGEST_ANSWER);
        CompletableFuture<byte[]> complained = reading(process.getErrorStream(), LONGEST_COMPLAINT);
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new JudgeUnavailableException("The judge took longer than " + limit.toMillis() + " ms");
        }
        try {
            if (process.exitValue() != 0) {
                throw new JudgeUnavailableException("The judge ended with exit code " + process.exitValue() + ": "
                        + new String(complained.get(SECONDS_TO_DRAIN, TimeUnit.SECONDS), StandardCharsets.UTF_8));
            }
            asked.get(SECONDS_TO_DRAIN, TimeUnit.SECONDS);
            return answered.get(SECONDS_TO_DRAIN, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new JudgeUnavailableException("The judge broke off", e);
        }
    }

    private static CompletableFuture<byte[]> reading(InputStream stream, int limit) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return stream.readNBytes(limit);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                PIPES);
    }

    private static void write(OutputStream stream, byte[] request) {
        try (stream) {
            stream.write(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
