package org.alternat.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on PostgreSQL, whose savepoints have to give a lock back as well. */
@ActiveProfiles("postgres")
class ClosingSealOnPostgresIT extends ClosingSealTest {

    private static final EmbeddedPostgres SERVER = start();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> SERVER.getJdbcUrl("postgres", "postgres"));
        settings.add("spring.datasource.username", () -> "postgres");
        settings.add("spring.datasource.password", () -> "postgres");
        settings.add("spring.datasource.hikari.maximum-pool-size", () -> "4");
    }

    @AfterAll
    static void stop() throws IOException {
        SERVER.close();
    }

    @Test
    void it_really_is_postgres(@Autowired JdbcClient jdbc) {
        assertThat(jdbc.sql("select version()").query(String.class).single()).startsWith("PostgreSQL");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
