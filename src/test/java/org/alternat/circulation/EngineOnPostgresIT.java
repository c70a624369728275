package org.alternat.circulation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

@SpringBootTest(
        classes = {EngineContract.Application.class, EngineOnPostgresIT.Server.class},
        webEnvironment = WebEnvironment.NONE,
        properties = {
            // The server's own address is known later; this one says which dialect to read ahead.
            "spring.datasource.url=jdbc:postgresql:",
            "spring.flyway.placeholders.bytes=bytea",
            "alternat.circulation.reminders.at-most=0"
        })
class EngineOnPostgresIT implements EngineContract {

    @Autowired
    ApplicationContext context;

    @Override
    public ApplicationContext context() {
        return context;
    }

    /** A bean without a shutdown hook: the server goes after the workers, not under their feet. */
    static class Server {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            return DataSourceBuilder.create()
                    .url(postgres.getJdbcUrl("postgres", "postgres"))
                    .build();
        }
    }
}
