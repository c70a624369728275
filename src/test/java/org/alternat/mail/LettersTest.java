package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.Test;

class LettersTest extends LettersBySmtp {

    @Test
    void a_letter_is_sent_once_however_often_it_is_asked_for() {
        assertThat(letters.send(invitation(1))).isTrue();
        assertThat(letters.send(invitation(1))).isFalse();
        assertThat(letters.isSent(invitation(1).key())).isTrue();

        assertThat(SERVER.accepted()).hasSize(1);
        assertThat(letters.of(id)).singleElement().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.SENT);
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.answer()).isEqualTo("250 2.0.0 queued as 4711");
            assertThat(letter.sentAt()).isNotNull();
            assertThat(SERVER.accepted().get(0)).contains("Message-ID: " + letter.messageId());
        });
    }

    @Test
    void ten_callers_at_once_send_one_letter() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(10);
        try {
            List<Callable<Boolean>> calls = java.util.Collections.nCopies(10, () -> letters.send(invitation(1)));
            for (Future<Boolean> call : callers.invokeAll(calls)) {
                // Who comes second waits and finds it sent, or fails on the row and would come back.
                catchThrowable(call::get);
            }
        } finally {
            callers.shutdownNow();
        }

        assertThat(SERVER.accepted()).hasSize(1);
        assertThat(letters.isSent(invitation(1).key())).isTrue();
    }

    @Test
    void another_sequence_is_another_letter() {
        letters.send(invitation(1));
        letters.send(invitation(2));

        assertThat(letters.of(id))
                .extracting(LetterRecord::messageId)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(letters.unsettled(id)).isEmpty();
    }

    @Test
    void what_the_server_said_stays_when_the_caller_is_rolled_back_and_names_nobody() {
        DeclarationId other = DeclarationId.random();
        SERVER.answer("RCPT", "550 5.1.1 <emilien@party.example.org>: Recipient address rejected");

        Throwable failure = catchThrowable(() -> transaction.executeWithoutResult(status -> {
            trail.open(other);
            letters.send(invitation(1));
        }));

        assertThat(failure).isInstanceOf(LetterRefusedException.class);
        assertThat(stackTrace(failure)).doesNotContain("party.example.org");
        assertThat(letters.unsettled(id))
                .isEqualTo(letters.of(id))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.state()).isEqualTo(LetterState.REFUSED);
                    assertThat(letter.answer()).isEqualTo("550 5.1.1 <(address)>: Recipient address rejected");
                    assertThat(letter.sentAt()).isNull();
                });
        assertThat(types()).containsExactly(AuditEventType.LETTER_FAILED);
        // The caller's own work is undone: the other trail was never opened.
        transaction.executeWithoutResult(status -> trail.open(other));
    }

    @Test
    void a_letter_that_failed_twice_goes_out_once_when_the_server_is_back_and_keeps_its_message_id() {
        SERVER.answer("MAIL", "451 4.3.0 try again later");
        assertThatThrownBy(() -> letters.send(invitation(1))).isInstanceOf(LetterNotSentException.class);
        assertThatThrownBy(() -> letters.send(invitation(1))).isInstanceOf(LetterNotSentException.class);
        String messageId = letters.of(id).get(0).messageId();

        SERVER.answerNormally();
        letters.send(invitation(1));
        letters.send(invitation(1));

        assertThat(letters.of(id)).singleElement().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.SENT);
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.messageId()).isEqualTo(messageId);
        });
        assertThat(SERVER.accepted()).hasSize(1);
        assertThat(types())
                .containsExactly(
                        AuditEventType.LETTER_FAILED, AuditEventType.LETTER_FAILED, AuditEventType.LETTER_SENT);
        assertThat(trail.verify(id).intact()).isTrue();
    }

    @Test
    void the_servers_word_after_the_message_counts() {
        SERVER.answer("DATA", "554 5.7.1 message refused");

        assertThatThrownBy(() -> letters.send(invitation(1))).isInstanceOf(LetterNotSentException.class);

        assertThat(letters.of(id).get(0).answer()).contains("554 5.7.1 message refused");
    }

    @Test
    void a_server_that_hangs_up_after_taking_the_message_has_taken_it() {
        try (ScriptedSmtpServer rude = new ScriptedSmtpServer()) {
            rude.hangUpAfterData();
            org.springframework.mail.javamail.JavaMailSenderImpl server =
                    new org.springframework.mail.javamail.JavaMailSenderImpl();
            server.setHost("127.0.0.1");
            server.setPort(rude.port());

            String answer = new SmtpPost(server).handOver(invitation(1).key(), message());

            assertThat(answer).startsWith("250");
            assertThat(rude.accepted()).hasSize(1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void the_trail_says_who_got_what_by_ids_only() {
        letters.send(invitation(1));

        AuditEntry entry = trail.entries(id).get(0);
        assertThat(entry.event().actor()).isEqualTo(AuditEvent.SERVICE);
        assertThat(entry.event().details())
                .containsOnlyKeys("kind", "recipient", "sequence", "messageIdSha256")
                .containsEntry("kind", "invitation")
                .containsEntry("recipient", "signatory:1");
    }

    @Test
    void a_letter_to_staff_stands_in_no_trail() {
        Letter letter = LetterSamples.letter("staff-invitation", Locale.ENGLISH);

        letters.send(letter);

        assertThat(letters.isSent(letter.key())).isTrue();
        assertThat(letters.send(letter)).isFalse();
    }

    @Test
    void a_letter_that_has_left_is_sent_whatever_becomes_of_the_transaction_that_wanted_it() {
        transaction.executeWithoutResult(status -> {
            letters.send(invitation(1));
            status.setRollbackOnly();
        });

        assertThat(letters.of(id)).extracting(LetterRecord::state).containsExactly(LetterState.SENT);
        assertThat(letters.send(invitation(1))).isFalse();
        assertThat(SERVER.accepted()).hasSize(1);
    }

    private Letter invitation(int sequence) {
        Letter sample = LetterSamples.letter("invitation", Locale.CANADA_FRENCH);
        return new Letter(
                new LetterKey("invitation", id, "signatory:1", sequence),
                sample.template(),
                sample.locale(),
                sample.to(),
                sample.replyTo(),
                sample.model(),
                sample.attachments());
    }

    private jakarta.mail.internet.MimeMessage message() {
        return new MimeLetters(
                        new LetterWriter(LetterSamples.messages(), null, true),
                        Sender.parse(Sender.DEFAULT),
                        null,
                        java.time.Clock.systemUTC())
                .write(invitation(1));
    }

    private List<AuditEventType> types() {
        return trail.entries(id).stream().map(entry -> entry.event().type()).toList();
    }

    private static String stackTrace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
