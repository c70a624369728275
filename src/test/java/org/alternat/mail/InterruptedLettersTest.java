package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service stops, or its database does, between the claim of a letter and the word that it has left. */
class InterruptedLettersTest extends LettersBySmtp {

    @Autowired
    LetterAttempts attempts;

    @Autowired
    ForgottenLetters forgotten;

    @Autowired
    LetterReturns returns;

    @Autowired
    JdbcClient jdbc;

    LetterKey key = new LetterKey("invitation", id, "signatory:1", 1);

    @Test
    void while_one_hands_a_letter_over_nobody_else_does_and_no_second_link_is_made_for_it() {
        attempts.begin(key, "<1@example.org>");
        AtomicInteger written = new AtomicInteger();

        assertThatThrownBy(() -> letters.send(
                        key,
                        () -> {
                            written.incrementAndGet();
                            return invitation();
                        },
                        () -> {}))
                .isInstanceOf(LetterNotSentException.class);

        assertThat(written).hasValue(0);
        assertThat(SERVER.accepted()).isEmpty();
        assertThat(letter().state()).isEqualTo(LetterState.SENDING);
    }

    @Test
    void a_hand_over_that_was_cut_short_is_made_again_after_its_lease_and_the_letter_says_so() {
        attempts.begin(key, "<1@example.org>");
        pass(LetterAttempts.LEASE);

        assertThat(letters.send(invitation())).isTrue();

        assertThat(letter().state()).isEqualTo(LetterState.SENT);
        assertThat(letter().attempts()).isEqualTo(2);
        assertThat(letter().perhapsTwice()).isTrue();
        assertThat(SERVER.accepted()).hasSize(1);
    }

    @Test
    void one_that_nobody_asks_for_again_is_said_to_have_left_perhaps_and_its_row_never_vanishes() {
        attempts.begin(key, "<1@example.org>");
        pass(LetterAttempts.LEASE);
        forgotten.settle();
        assertThat(letter().state()).as("whoever wants it comes back first").isEqualTo(LetterState.SENDING);

        pass(LetterAttempts.FORGOTTEN);
        forgotten.settle();
        forgotten.settle();

        assertThat(letter().state()).isEqualTo(LetterState.UNSETTLED);
        assertThat(types()).containsExactly(AuditEventType.LETTER_UNSETTLED);
        assertThat(letters.isSent(key)).isFalse();
    }

    @Test
    void an_automatic_reply_proves_that_it_had_left() {
        attempts.begin(key, "<1@example.org>");
        pass(LetterAttempts.LEASE.plus(LetterAttempts.FORGOTTEN));
        forgotten.settle();

        returns.record(new MailReport(key.digest().hex().substring(0, 24), LetterState.REPLIED, "on leave"));

        assertThat(letter().state()).isEqualTo(LetterState.REPLIED);
        assertThat(letters.send(invitation())).isFalse();
    }

    @Test
    void who_comes_back_after_the_lease_takes_nothing_away_from_who_has_it_now() {
        LetterAttempt late = attempts.begin(key, "<1@example.org>").orElseThrow();
        pass(LetterAttempts.LEASE);
        LetterAttempt now = attempts.begin(key, "<1@example.org>").orElseThrow();

        attempts.failed(late, new PostException("timed out"));
        assertThat(letter().state()).isEqualTo(LetterState.SENDING);
        attempts.sent(now, "250 ok", () -> {});
        attempts.sent(late, "250 ok", () -> {});

        assertThat(types()).containsExactly(AuditEventType.LETTER_SENT);
        assertThat(letter().perhapsTwice()).isTrue();
    }

    @Test
    void what_is_true_once_it_has_left_is_written_with_it_and_a_lost_deadlock_costs_no_second_letter() {
        AtomicInteger tries = new AtomicInteger();

        letters.send(key, this::invitation, () -> {
            trail.append(id, AuditEvent.byService(AuditEventType.FINAL_COPY_SENT, Map.of()));
            if (tries.incrementAndGet() == 1) {
                throw new ConcurrencyFailureException("another transaction was preferred");
            }
        });

        assertThat(SERVER.accepted()).hasSize(1);
        assertThat(types()).containsExactly(AuditEventType.FINAL_COPY_SENT, AuditEventType.LETTER_SENT);
    }

    @Test
    void what_is_true_once_it_has_left_is_not_written_while_it_has_not() {
        SERVER.answer("MAIL", "451 4.3.0 try again later");
        AtomicInteger written = new AtomicInteger();

        assertThatThrownBy(() -> letters.send(key, this::invitation, written::incrementAndGet))
                .isInstanceOf(LetterNotSentException.class);

        assertThat(written).hasValue(0);
    }

    @Test
    void a_letter_that_cannot_be_written_does_not_stay_claimed() {
        assertThatThrownBy(() -> letters.send(
                        key,
                        () -> {
                            throw new IllegalStateException("no such person");
                        },
                        () -> {}))
                .isInstanceOf(IllegalStateException.class);

        assertThat(letter().state()).isEqualTo(LetterState.FAILED);
        assertThat(letters.send(invitation())).isTrue();
        assertThat(letter().perhapsTwice()).isFalse();
    }

    @Test
    void the_outbox_folder_never_keeps_a_letter_twice(@TempDir Path home) {
        Outbox outbox = new Outbox(home, Clock.systemUTC());
        Letters toFolder = new Letters(
                new LetterLedger(jdbc, trail, Clock.systemUTC()),
                attempts,
                new MimeLetters(
                        new LetterWriter(LetterSamples.messages(), null, true),
                        Sender.parse(Sender.DEFAULT),
                        null,
                        Clock.systemUTC()),
                outbox);
        LetterAttempt cut = attempts.begin(key, "<1@example.org>").orElseThrow();
        outbox.handOver(
                cut.key(),
                new MimeLetters(
                                new LetterWriter(LetterSamples.messages(), null, true),
                                Sender.parse(Sender.DEFAULT),
                                null,
                                Clock.systemUTC())
                        .write(invitation()));
        pass(LetterAttempts.LEASE);

        toFolder.send(invitation());

        assertThat(outbox.list()).hasSize(1);
    }

    /** Time passes for this letter alone: the other tests of the context keep theirs. */
    private void pass(Duration time) {
        Instant until = jdbc.sql("select lease_until from letter where declaration_id = ?")
                .param(id.value())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        jdbc.sql("update letter set lease_until = ? where declaration_id = ?")
                .params(until.minus(time).minusSeconds(1).atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    private LetterRecord letter() {
        List<LetterRecord> all = letters.of(id);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<AuditEventType> types() {
        return trail.entries(id).stream().map(entry -> entry.event().type()).toList();
    }

    private Letter invitation() {
        Letter sample = LetterSamples.letter("invitation", Locale.CANADA_FRENCH);
        return new Letter(
                key,
                sample.template(),
                sample.locale(),
                sample.to(),
                sample.replyTo(),
                sample.model(),
                sample.attachments());
    }
}
