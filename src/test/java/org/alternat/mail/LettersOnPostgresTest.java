package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What depends on the database's own locks: PostgreSQL waits where H2 gives up. */
@MailTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@TestPropertySource(properties = "spring.flyway.placeholders.bytes=bytea")
@Timeout(120)
class LettersOnPostgresTest {

    static final ScriptedSmtpServer SERVER = new ScriptedSmtpServer();

    @TestConfiguration
    static class Database {
        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            return postgres.getPostgresDatabase();
        }
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SERVER::port);
        properties.add("alternat.mail.from", () -> "Alternat <sign@declarations.example.org>");
    }

    @Autowired
    Letters letters;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    DeclarationId id = DeclarationId.random();

    @BeforeEach
    void a_declaration_and_a_server_that_takes_mail() {
        SERVER.answerNormally();
        SERVER.accepted().clear();
        transaction.executeWithoutResult(status -> trail.open(id));
    }

    @Test
    void ten_callers_at_once_send_one_letter_and_whoever_failed_finds_it_sent() throws Exception {
        CopyOnWriteArrayList<Throwable> losers = new CopyOnWriteArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(10);
        try {
            List<Callable<Boolean>> calls = java.util.Collections.nCopies(10, () -> letters.send(letter()));
            for (Future<Boolean> call : callers.invokeAll(calls)) {
                try {
                    call.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    losers.add(e.getCause());
                }
            }
        } finally {
            callers.shutdownNow();
        }

        assertThat(SERVER.accepted()).hasSize(1);
        assertThat(losers)
                .allSatisfy(loser -> assertThat(letters.send(letter())).isFalse());
        assertThat(trail.entries(id)).hasSize(1);
    }

    @Test
    void a_failure_is_written_down_although_the_caller_had_claimed_the_letter() {
        SERVER.answer("RCPT", "550 5.1.1 no such user");
        assertThatThrownBy(() -> letters.send(letter())).isInstanceOf(LetterNotSentException.class);
        assertThat(letters.of(id)).extracting(LetterRecord::state).containsExactly(LetterState.REFUSED);

        SERVER.answerNormally();
        letters.send(letter());

        assertThat(letters.of(id)).extracting(LetterRecord::attempts).containsExactly(2);
        assertThat(trail.verify(id).intact()).isTrue();
    }

    @Test
    void a_letter_to_staff_has_no_declaration() {
        Letter staff = LetterSamples.letter("staff-invitation", Locale.ENGLISH);

        assertThat(letters.send(staff)).isTrue();
        assertThat(letters.send(staff)).isFalse();
    }

    private Letter letter() {
        Letter sample = LetterSamples.letter("invitation", Locale.CANADA_FRENCH);
        return new Letter(
                new LetterKey("invitation", id, "signatory:1", 1),
                sample.template(),
                sample.locale(),
                sample.to(),
                sample.replyTo(),
                sample.model(),
                sample.attachments());
    }
}
