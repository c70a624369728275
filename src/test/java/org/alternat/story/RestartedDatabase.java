package org.alternat.story;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A PostgreSQL server that can be stopped and started again on the same port, with what it holds. */
final class RestartedDatabase implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    RestartedDatabase(Path data) throws IOException {
        this.data = data;
        this.server = builder().start();
        this.port = server.getPort();
    }

    List<String> settings() {
        return List.of(
                "--spring.profiles.active=postgres",
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.datasource.hikari.connection-timeout=1000");
    }

    void stop() throws IOException {
        server.close();
    }

    void startAgain() throws IOException {
        server = builder().setPort(port).start();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
