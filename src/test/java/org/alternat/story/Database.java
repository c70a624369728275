package org.alternat.story;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;

/** The two databases that the service runs on, each for real. */
public enum Database {
    H2,
    POSTGRESQL;

    /** Starts it, if there is something to start, and tells the settings that lead to it. */
    public Running start() {
        if (this == H2) {
            return new Running(List.of(), () -> {});
        }
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
            return new Running(
                    List.of(
                            "--spring.profiles.active=postgres",
                            "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                            "--spring.datasource.username=postgres",
                            "--spring.datasource.password=postgres"),
                    server);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public record Running(List<String> settings, AutoCloseable server) implements AutoCloseable {
        @Override
        public void close() {
            try {
                server.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
