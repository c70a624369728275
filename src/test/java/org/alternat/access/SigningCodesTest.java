package org.alternat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who presses Continue, and how many letters leave. The letter itself and the audit trail are stand-ins. */
@JdbcTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SigningCodesTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path home;

    final org.alternat.testing.MovableClock clock =
            new org.alternat.testing.MovableClock(java.time.Instant.parse("2026-01-05T10:00:00Z"));
    final List<String> letters = java.util.Collections.synchronizedList(new ArrayList<>());
    final OpenedLink link = new OpenedLink(DeclarationId.random(), new SignatoryId(UUID.randomUUID()), 1, false);
    SigningSessions sessions;

    @BeforeEach
    void sessions() throws Exception {
        Files.createDirectories(home.resolve("keys"));
        var random = new java.security.SecureRandom();
        var letter = Mockito.mock(SigningCodeLetter.class);
        Mockito.doAnswer(call -> letters.add(call.getArgument(1)))
                .when(letter)
                .send(Mockito.any(), Mockito.anyString(), Mockito.anyInt(), Mockito.any());
        var audit = Mockito.mock(org.alternat.audit.AuditTrail.class);
        var limits = new AttemptLimits(jdbc, transactions, clock);
        var rows = new SigningSessionRows(jdbc, random, clock);
        var codes = new SigningCodes(
                rows,
                Mockito.mock(org.alternat.declaration.Signatories.class),
                letter,
                limits,
                new StaffSecrets(home, jdbc, random),
                audit,
                transactions,
                clock);
        sessions = new SigningSessions(jdbc, rows, codes, limits, audit, transactions, clock);
        jdbc.sql("insert into signing_link (token_sha256, declaration_id, signatory_id, person_version, created_at,"
                        + " expires_at) values (?, ?, ?, 1, current_timestamp, current_timestamp)")
                .params(
                        UUID.randomUUID().toString(),
                        link.declarationId().value(),
                        link.signatoryId().value())
                .update();
    }

    @Test
    void a_scanner_that_presses_fifty_times_makes_one_letter_and_the_person_still_gets_in() throws Exception {
        ExecutorService scanner = Executors.newFixedThreadPool(8);
        List<Future<Optional<SecretToken>>> pressed = new ArrayList<>();
        for (int n = 0; n < 50; n++) {
            pressed.add(scanner.submit(() -> sessions.start(link, null)));
        }
        for (Future<Optional<SecretToken>> one : pressed) {
            assertThat(one.get()).isPresent();
        }
        scanner.shutdown();
        assertThat(letters).hasSize(1);

        clock.forward(Duration.ofMinutes(6));
        SecretToken person = sessions.start(link, null).orElseThrow();

        assertThat(letters).hasSize(2);
        assertThat(sessions.enter(link, person, letters.get(1))).isEqualTo(CodeOutcome.ACCEPTED);
    }

    @Test
    void a_code_that_another_browser_has_used_is_worth_nothing() {
        SecretToken one = sessions.start(link, null).orElseThrow();
        SecretToken other = sessions.start(link, null).orElseThrow();

        assertThat(sessions.enter(link, one, letters.get(0))).isEqualTo(CodeOutcome.ACCEPTED);
        assertThat(sessions.enter(link, other, letters.get(0))).isEqualTo(CodeOutcome.EXPIRED);
    }

    @Test
    void a_browser_that_asks_again_at_once_waits_for_the_letter_that_is_on_its_way() {
        SecretToken browser = sessions.start(link, null).orElseThrow();

        assertThat(sessions.start(link, browser)).hasValue(browser);
        clock.forward(Duration.ofSeconds(61));
        assertThat(sessions.start(link, browser)).isPresent().get().isNotEqualTo(browser);
        assertThat(letters).hasSize(2);
    }

    @Test
    void the_guesses_of_an_hour_are_fewer_than_one_in_ten_thousand() {
        int judged = 0;
        for (int browsers = 0; browsers < 40; browsers++) {
            SecretToken browser = sessions.start(link, null).orElseThrow();
            for (int guess = 0; guess < 5; guess++) {
                sessions.enter(link, browser, "none");
            }
            judged = jdbc.sql("select sum(tries) from signing_session where signatory_id = ?")
                    .param(link.signatoryId().value())
                    .query(Integer.class)
                    .single();
        }

        assertThat(judged).isPositive().isLessThan(100);
    }
}
